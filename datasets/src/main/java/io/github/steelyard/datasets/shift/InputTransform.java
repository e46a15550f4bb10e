package io.github.steelyard.datasets.shift;

/**
 * A shift at one severity for inputs of one type and shape. Stateless, so that threads share it.
 */
@FunctionalInterface
public interface InputTransform {
  /**
   * The shifted input.
   *
   * @param input row-major, of the type and shape the transform was made for; stays as it is
   * @param random the example's own numbers
   * @return a new array of the same length
   */
  byte[] apply(byte[] input, ShiftRandom random);

  /**
   * Whether the example is among those that the shift leaves: others have predictions as if the
   * model could not score them.
   *
   * @param input as {@link #apply} is given it
   * @param random the example's own numbers, from their beginning
   */
  default boolean keeps(byte[] input, ShiftRandom random) {
    return true;
  }
}
