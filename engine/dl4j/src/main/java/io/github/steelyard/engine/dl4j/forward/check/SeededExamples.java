package io.github.steelyard.engine.dl4j.forward.check;

import io.github.steelyard.engine.data.Shape;
import java.util.Random;
import java.util.function.Supplier;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** A few made-up examples, the same each time, on which two ways to compute are compared. */
public final class SeededExamples {
  public static final int EXAMPLES = 2;

  private static final int SIDE = 16;
  private static final long SEED = 20;

  private final Random random = new Random(SEED);

  /** Numbers between -1 and 1; the caller closes them. */
  public INDArray numbers(Shape example) {
    return filled(example, () -> 2 * random.nextFloat() - 1);
  }

  /**
   * Whole numbers from 0 on; the caller closes them.
   *
   * @param below the smallest number that is too large
   */
  public INDArray indices(Shape example, int below) {
    return filled(example, () -> (float) random.nextInt(below));
  }

  /** An image cut to {@link #SIDE} pixels, which keeps all channels; all else as it is. */
  public static Shape cut(Shape shape) {
    return shape.rank() == 3
        ? Shape.of(
            shape.extent(0), Math.min(SIDE, shape.extent(1)), Math.min(SIDE, shape.extent(2)))
        : shape;
  }

  private static INDArray filled(Shape example, Supplier<Float> next) {
    Shape shape = example.batched(EXAMPLES);
    float[] numbers = new float[Math.toIntExact(shape.elements())];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = next.get();
    }
    return Nd4j.create(numbers, shape.toArray(), 'c');
  }
}
