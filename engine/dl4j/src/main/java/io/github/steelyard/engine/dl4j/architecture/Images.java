package io.github.steelyard.engine.dl4j.architecture;

import io.github.steelyard.engine.data.Shape;
import java.util.List;

/** What convolutional architectures ask of the shape of their examples. */
final class Images {
  private Images() {}

  /** Why examples of that shape cannot be convolved, or nothing. */
  static List<String> problems(String architecture, Shape shape) {
    if (shape.rank() == 3 && shape.fixed() && shape.extent(0) >= 1 && halvings(shape) >= 1) {
      return List.of();
    }
    return List.of(
        architecture
            + " takes images [channels, height, width] of at least 2 x 2 pixels, found "
            + shape
            + ".");
  }

  /** How often height and width can be halved, rounding down: 4 for 28 (14, 7, 3, 1). */
  static int halvings(Shape image) {
    long side = Math.min(image.extent(1), image.extent(2));
    return side < 1 ? 0 : Long.SIZE - 1 - Long.numberOfLeadingZeros(side);
  }
}
