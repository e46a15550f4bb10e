package io.github.steelyard.datasets.shift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.steelyard.engine.data.Shape;
import io.github.steelyard.engine.data.TensorType;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What every shift must do; its test extends this and supplies it. Where the test does not say
 * otherwise, inputs are uint8 images.
 */
public abstract class ShiftContract {
  private static final int EXAMPLES = 40;

  /** The shift under test. */
  protected abstract Shift shift();

  /** Whether a higher severity changes values more; some published ones rise by errors alone. */
  protected boolean risesByDistance() {
    return true;
  }

  /** Inputs that it takes, those of a usual size first. */
  protected List<ShiftInputs> inputs() {
    return Stream.of(
            Shape.of(28, 28, 1),
            Shape.of(32, 32, 3),
            Shape.of(70, 90, 3),
            Shape.of(9, 5, 3),
            Shape.of(1, 1, 1))
        .map(shape -> ShiftInputs.of(TensorType.UINT8, shape))
        .toList();
  }

  /** How many of {@link #inputs} are of a usual size. */
  protected int usualInputs() {
    return 3;
  }

  /** Inputs that it refuses, and what it expects instead. */
  protected Map.Entry<ShiftInputs, String> refused() {
    return Map.entry(ShiftInputs.of(TensorType.FLOAT32, Shape.of(30)), "uint8 images");
  }

  /** One input. */
  protected byte[] example(ShiftInputs inputs, long seed) {
    return picture(inputs.shape(), seed);
  }

  /** The numbers of an input. */
  protected double[] values(byte[] input) {
    return IntStream.range(0, input.length).mapToDouble(i -> input[i] & 0xff).toArray();
  }

  @Test
  void itIsFoundByItsName() {
    assertThat(Shifts.named(shift().name())).hasSameClassAs(shift());
  }

  @Test
  void itSaysWhatItIs() {
    assertThat(shift().name()).matches("[a-z]+(-[a-z]+)*");
    assertThat(shift().description()).endsWith(".");
    assertThat(shift().version()).isPositive();
  }

  @Test
  void anExampleComesOutTheSameAlways() {
    for (ShiftInputs inputs : inputs()) {
      for (int severity = 1; severity <= Shift.SEVERITIES; severity++) {
        byte[] input = example(inputs, severity);
        byte[] before = input.clone();
        byte[] once = shift().at(severity, inputs).apply(input, random("a"));
        byte[] again = shift().at(severity, inputs).apply(input, random("a"));
        assertThat(again).hasSize(input.length).isEqualTo(once);
        assertThat(input).isEqualTo(before);
      }
    }
  }

  @Test
  void oneTransformServesManyThreads() {
    ShiftInputs inputs = inputs().get(0);
    InputTransform shared = shift().at(3, inputs);
    List<byte[]> alone =
        IntStream.range(0, EXAMPLES)
            .mapToObj(i -> shift().at(3, inputs).apply(example(inputs, i), random("id" + i)))
            .toList();
    List<byte[]> together =
        IntStream.range(0, EXAMPLES)
            .parallel()
            .mapToObj(i -> shared.apply(example(inputs, i), random("id" + i)))
            .toList();
    assertThat(together).usingElementComparator(Arrays::compare).isEqualTo(alone);
  }

  @Test
  void theStrongestChangesMoreThanTheMildest() {
    for (ShiftInputs inputs : inputs().subList(0, usualInputs())) {
      double mildest = meanChange(1, inputs);
      double strongest = meanChange(Shift.SEVERITIES, inputs);
      assertThat(mildest).isPositive();
      assertThat(strongest).isGreaterThan(risesByDistance() ? mildest : 0);
    }
  }

  @Test
  void otherInputsAreRefusedWithAReason() {
    ShiftInputs taken = inputs().get(0);
    ShiftInputs refused = refused().getKey();
    assertThat(shift().refusal(taken.type(), taken.shape())).isEmpty();
    assertThat(shift().refusal(refused.type(), refused.shape()))
        .hasValueSatisfying(reason -> assertThat(reason).contains(refused().getValue(), "Found: "));
    assertThatThrownBy(() -> shift().at(1, refused))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(shift().name() + ": expected ");
    assertThatThrownBy(() -> shift().at(6, taken))
        .hasMessage(shift().name() + ": expected a severity from 1 to 5. Found: 6");
  }

  /** Mean absolute difference of values from those before, over some examples. */
  protected double meanChange(int severity, ShiftInputs inputs) {
    InputTransform transform = shift().at(severity, inputs);
    double sum = 0;
    for (int i = 0; i < EXAMPLES; i++) {
      byte[] input = example(inputs, i);
      double[] before = values(input);
      double[] after = values(transform.apply(input, random("id" + i)));
      for (int j = 0; j < before.length; j++) {
        sum += Math.abs(after[j] - before[j]);
      }
    }
    return sum / EXAMPLES / inputs.shape().elements();
  }

  protected final InputTransform transform(int severity, Shape shape) {
    return shift().at(severity, ShiftInputs.of(TensorType.UINT8, shape));
  }

  protected final ShiftRandom random(String id) {
    return ShiftRandom.of(shift().name(), id);
  }

  /** Waves, edges and a bright spot: smooth places and sharp ones. */
  protected static byte[] picture(Shape shape, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int height = (int) shape.extent(0);
    int width = (int) shape.extent(1);
    int channels = (int) shape.extent(2);
    double turn = random.nextDouble(6);
    int edge = 3 + random.nextInt(5);
    byte[] picture = new byte[height * width * channels];
    for (int i = 0; i < picture.length; i++) {
      int x = i / channels % width;
      int y = i / channels / width;
      double value = 110 + 80 * Math.sin(x / 3.0 + turn + i % channels) * Math.cos(y / 4.0);
      picture[i] = (byte) (int) ((x / edge + y / edge) % 2 == 0 ? value : value / 3);
    }
    return picture;
  }
}
