package io.github.steelyard.engine.dl4j.forward;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.steelyard.engine.data.Shape;
import io.github.steelyard.engine.dl4j.backend.Dl4jBackend;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

class OneDnnCheckTest {
  private static final Value INPUT = new Value(0, Shape.of(3, 40, 40));

  @BeforeAll
  static void start() {
    Dl4jBackend.start();
  }

  private static NativeOperation convolution(int kernel) {
    Operand weights =
        Program.constant(Nd4j.rand(DataType.FLOAT, new long[] {4, 3, kernel, kernel}));
    return new NativeOperation(
        "first",
        "conv2d",
        List.of(INPUT, weights),
        new Value(1, Shape.of(4, 41 - kernel, 41 - kernel)),
        List.of((long) kernel, (long) kernel, 1L, 1L, 0L, 0L, 1L, 1L, 0L, 0L, 1L),
        List.of(),
        true);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 5, 16, 17, 40})
  void realKernelsAgreeWhateverTheWindow(int kernel) {
    List<String> notes = new ArrayList<>();
    List<Operation> operations = new ArrayList<>(List.of(convolution(kernel)));
    new OneDnnCheck(notes).replaceDisagreeing(operations);
    assertThat(notes).isEmpty();
    assertThat(((NativeOperation) operations.get(0)).oneDnn()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(doubles = {2e-5, 1, Double.NaN, Double.POSITIVE_INFINITY})
  void aLayerThatDisagreesFallsBackAndSaysSo(double difference) {
    List<String> notes = new ArrayList<>();
    NativeOperation disagreeing = convolution(3);
    NativeOperation agreeing = convolution(5);
    List<Operation> operations = new ArrayList<>(List.of(disagreeing, agreeing));
    new OneDnnCheck(notes, operation -> operation == disagreeing ? difference : 1e-7)
        .replaceDisagreeing(operations);
    assertThat(operations).containsExactly(disagreeing.builtIn(), agreeing);
    assertThat(notes).hasSize(1);
    assertThat(notes.get(0)).contains("layer 'first'", "conv2d", "built-in");
  }

  @Test
  void aDifferenceIsRelativeToLargeResultsOnly() {
    assertThat(
            Difference.of(Nd4j.createFromArray(100f, 2f), Nd4j.createFromArray(200f, 2f))
                .relative())
        .isEqualTo(0.5);
    assertThat(Difference.of(Nd4j.createFromArray(0.25f), Nd4j.createFromArray(0.5f)).relative())
        .isEqualTo(0.25);
    assertThat(Difference.of(Nd4j.createFromArray(Float.NaN), Nd4j.createFromArray(0f)).relative())
        .isNaN();
  }
}
