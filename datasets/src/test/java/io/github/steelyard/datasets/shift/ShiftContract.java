package io.github.steelyard.datasets.shift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.steelyard.engine.data.Shape;
import io.github.steelyard.engine.data.TensorType;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every shift of uint8 images must do; its test extends this and supplies it. */
public abstract class ShiftContract {
  private static final int EXAMPLES = 40;

  /** The shift under test. */
  protected abstract Shift shift();

  static List<Shape> shapes() {
    return List.of(
        Shape.of(28, 28, 1),
        Shape.of(32, 32, 3),
        Shape.of(70, 90, 3),
        Shape.of(9, 5, 3),
        Shape.of(1, 1, 1));
  }

  /** Whether a higher severity changes pixels more; some published ones rise by errors alone. */
  protected boolean risesByDistance() {
    return true;
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

  @ParameterizedTest
  @MethodSource("shapes")
  void anExampleComesOutTheSameAlways(Shape shape) {
    for (int severity = 1; severity <= Shift.SEVERITIES; severity++) {
      byte[] input = picture(shape, severity);
      byte[] before = input.clone();
      byte[] once = transform(severity, shape).apply(input, random("a"));
      byte[] again = transform(severity, shape).apply(input, random("a"));
      assertThat(again).hasSize(input.length).isEqualTo(once);
      assertThat(input).isEqualTo(before);
    }
  }

  @Test
  void oneTransformServesManyThreads() {
    Shape shape = Shape.of(28, 28, 1);
    InputTransform shared = transform(3, shape);
    List<byte[]> alone =
        IntStream.range(0, EXAMPLES)
            .mapToObj(i -> transform(3, shape).apply(picture(shape, i), random("id" + i)))
            .toList();
    List<byte[]> together =
        IntStream.range(0, EXAMPLES)
            .parallel()
            .mapToObj(i -> shared.apply(picture(shape, i), random("id" + i)))
            .toList();
    assertThat(together).usingElementComparator(Arrays::compare).isEqualTo(alone);
  }

  @ParameterizedTest
  @MethodSource("realShapes")
  void theStrongestChangesMoreThanTheMildest(Shape shape) {
    double mildest = meanChange(1, shape);
    double strongest = meanChange(Shift.SEVERITIES, shape);
    assertThat(mildest).isPositive();
    assertThat(strongest).isGreaterThan(risesByDistance() ? mildest : 0);
  }

  static List<Shape> realShapes() {
    return shapes().subList(0, 3);
  }

  @Test
  void otherInputsAreRefusedWithAReason() {
    assertThat(shift().refusal(TensorType.UINT8, Shape.of(28, 28, 1))).isEmpty();
    assertThat(shift().refusal(TensorType.FLOAT32, Shape.of(30)))
        .hasValueSatisfying(reason -> assertThat(reason).contains("uint8 images", "Found: "));
    assertThatThrownBy(() -> shift().at(1, TensorType.FLOAT32, Shape.of(30)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(shift().name() + ": expected ");
    assertThatThrownBy(() -> shift().at(6, TensorType.UINT8, Shape.of(28, 28, 1)))
        .hasMessage(shift().name() + ": expected a severity from 1 to 5. Found: 6");
  }

  /** Mean absolute difference of values from those before, over some examples. */
  protected final double meanChange(int severity, Shape shape) {
    InputTransform transform = transform(severity, shape);
    long sum = 0;
    for (int i = 0; i < EXAMPLES; i++) {
      byte[] input = picture(shape, i);
      byte[] output = transform.apply(input, random("id" + i));
      for (int j = 0; j < input.length; j++) {
        sum += Math.abs((output[j] & 0xff) - (input[j] & 0xff));
      }
    }
    return (double) sum / EXAMPLES / shape.elements();
  }

  protected final InputTransform transform(int severity, Shape shape) {
    return shift().at(severity, TensorType.UINT8, shape);
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
