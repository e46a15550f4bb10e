package io.github.steelyard.datasets.batch;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happens to a decoded input on its way into a model: resize, then {@code (x * scale - mean) /
 * std} for each channel (or feature), computed in double and rounded once to float32, then layout.
 *
 * @param scale the factor, 1/255 for pixels between 0 and 1
 * @param mean one value for each channel, one for all, or none for 0
 * @param std like the mean, or none for 1; never 0
 * @param size height and width to which an image is scaled, or null to leave it as it is
 * @param input the name of the model's input, or null where it has only one
 */
public record Preprocessing(
    double scale,
    List<Double> mean,
    List<Double> std,
    Layout layout,
    @Nullable Size size,
    @Nullable String input)
    implements Serializable {
  /** Extents of an image in pixels. */
  public record Size(int height, int width) implements Serializable {}

  public Preprocessing {
    mean = List.copyOf(mean);
    std = List.copyOf(std);
  }

  /** Leaves the numbers as they are, in one dimension. */
  public static Preprocessing none() {
    return new Preprocessing(1, List.of(), List.of(), Layout.FLAT, null, null);
  }
}
