package io.github.steelyard.datasets.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.github.steelyard.datasets.batch.Preprocessing.Features;
import io.github.steelyard.datasets.prepare.PreparedColumns;
import io.github.steelyard.engine.columnar.RowBlock;
import io.github.steelyard.engine.data.Batch;
import io.github.steelyard.engine.data.Shape;
import io.github.steelyard.engine.data.Tensor;
import io.github.steelyard.engine.data.TensorType;
import io.github.steelyard.engine.problem.BadInputException;
import io.github.steelyard.engine.task.classification.ClassificationTask;
import java.nio.FloatBuffer;
import java.util.List;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.junit.jupiter.api.Test;

/** Several inputs of one row. */
class InputPreprocessorsTest {
  private static final Shape ROW = Shape.of(5);

  /** Features 0 and 1 halved, less 1; 3 less 10 and 4 less 20, by 4. */
  private static final Preprocessing TWO =
      Preprocessing.ofInputs(
          List.of(
              input("left", new Features(0, 1), 0.5, List.of(1.0), List.of()),
              input("right", new Features(3, 4), 1, List.of(10.0, 20.0), List.of(4.0))));

  private static Preprocessing input(
      String name, Features features, double scale, List<Double> mean, List<Double> std) {
    return new Preprocessing(scale, mean, std, Layout.FLAT, null, name, features, List.of());
  }

  private static float[] numbers(Tensor tensor) {
    FloatBuffer buffer = tensor.buffer().asFloatBuffer();
    float[] numbers = new float[buffer.capacity()];
    buffer.get(numbers);
    return numbers;
  }

  /** Rows 0 1 2 3 4, then 5 6 7 8 9, and so on. */
  private static Shard counting(BufferAllocator allocator, int rows) {
    Tensor memory = Tensor.allocate(allocator, TensorType.FLOAT32, ROW.batched(rows));
    for (int i = 0; i < rows * ROW.extent(0); i++) {
      memory.buffer().putFloat(i * Float.BYTES, i);
    }
    return new Shard(0, 0, examples(rows), memory);
  }

  private static RowBlock examples(int rows) {
    return new RowBlock(PreparedColumns.examples(new ClassificationTask(), List.of()), rows);
  }

  @Test
  void eachInputGetsItsFeaturesOfTheRowsThatWereAskedFor() {
    InputPreprocessors inputs = InputPreprocessors.compile(TWO, TensorType.FLOAT32, ROW);
    assertThat(inputs.shapes())
        .containsExactly(entry("left", Shape.of(2)), entry("right", Shape.of(2)));
    try (BufferAllocator allocator = new RootAllocator()) {
      try (Shard shard = counting(allocator, 3);
          Batch batch = inputs.batch(shard, 1, 2, allocator)) {
        assertThat(batch.tensors().keySet()).containsExactly("left", "right");
        assertThat(numbers(batch.tensors().get("left"))).containsExactly(1.5f, 2, 4, 4.5f);
        assertThat(numbers(batch.tensors().get("right")))
            .containsExactly(-0.5f, -2.75f, 0.75f, -1.5f);
      }
    }
  }

  @Test
  void ofBytesToo() {
    InputPreprocessors inputs = InputPreprocessors.compile(TWO, TensorType.UINT8, ROW);
    try (BufferAllocator allocator = new RootAllocator()) {
      Tensor memory = Tensor.allocate(allocator, TensorType.UINT8, ROW.batched(2));
      memory.buffer().put(new byte[] {1, 2, 3, 4, 5, (byte) 200, 100, 50, 30, 40});
      try (Shard shard = new Shard(0, 0, examples(2), memory);
          Batch batch = inputs.batch(shard, 1, 1, allocator)) {
        assertThat(numbers(batch.tensors().get("left"))).containsExactly(99, 49);
        assertThat(numbers(batch.tensors().get("right"))).containsExactly(5, 5);
      }
    }
  }

  /** Nothing is to be done to them, and yet they do not lie one behind the other. */
  @Test
  void someFeaturesAsTheyAre() {
    Preprocessing middle = input("x", new Features(2, 2), 1, List.of(), List.of());
    InputPreprocessors inputs = InputPreprocessors.compile(middle, TensorType.FLOAT32, ROW);
    try (BufferAllocator allocator = new RootAllocator()) {
      try (Shard shard = counting(allocator, 2);
          Batch batch = inputs.batch(shard, 0, 2, allocator)) {
        assertThat(numbers(batch.only())).containsExactly(2, 7);
      }
    }
  }

  private static final Preprocessing TURNED =
      input(
          "x",
          new Features(List.of(4, 3, 0, 2, 1), 5),
          1,
          List.of(0.0, 0.0, 10.0, 0.0, 0.0),
          List.of());

  @Test
  void featuresInAnotherOrder() {
    InputPreprocessors inputs = InputPreprocessors.compile(TURNED, TensorType.FLOAT32, ROW);
    try (BufferAllocator allocator = new RootAllocator()) {
      try (Shard shard = counting(allocator, 3);
          Batch batch = inputs.batch(shard, 1, 2, allocator)) {
        assertThat(numbers(batch.only())).containsExactly(9, 8, -5, 7, 6, 14, 13, 0, 12, 11);
      }
    }
  }

  /** All of them, as they are, and yet not what is stored. */
  @Test
  void allFeaturesInAnotherOrderAreNoWindowOnTheShard() {
    Preprocessing turned =
        input("x", new Features(List.of(4, 3, 2, 1, 0), 5), 1, List.of(), List.of());
    InputPreprocessors inputs = InputPreprocessors.compile(turned, TensorType.UINT8, ROW);
    try (BufferAllocator allocator = new RootAllocator()) {
      Tensor memory = Tensor.allocate(allocator, TensorType.UINT8, ROW.batched(1));
      memory.buffer().put(new byte[] {1, 2, 3, 4, (byte) 200});
      try (Shard shard = new Shard(0, 0, examples(1), memory);
          Batch batch = inputs.batch(shard, 0, 1, allocator)) {
        assertThat(numbers(batch.only())).containsExactly(200, 4, 3, 2, 1);
      }
      inputs = InputPreprocessors.compile(turned, TensorType.FLOAT32, ROW);
      try (Shard shard = counting(allocator, 1);
          Batch batch = inputs.batch(shard, 0, 1, allocator)) {
        assertThat(numbers(batch.only())).containsExactly(4, 3, 2, 1, 0);
      }
    }
  }

  @Test
  void namesOfColumnsThatHoldSeveralNumbersAreRefused() {
    assertThatThrownBy(() -> InputPreprocessors.compile(TURNED, TensorType.FLOAT32, Shape.of(9)))
        .isInstanceOf(BadInputException.class)
        .hasMessage(
            "features: expected names in a data set of one number for each of its features, 5."
                + " Found: rows of 9 numbers");
  }

  @Test
  void whatDoesNotFitIsNamedWithItsInput() {
    assertThatThrownBy(() -> InputPreprocessors.compile(TWO, TensorType.FLOAT32, Shape.of(4)))
        .isInstanceOf(BadInputException.class)
        .hasMessage(
            "Input 'right': features: expected features from 0 to 3, as the data have them."
                + " Found: 3-4");
    assertThatThrownBy(() -> InputPreprocessors.compile(TWO, TensorType.UINT8, Shape.of(8, 8, 1)))
        .isInstanceOf(BadInputException.class)
        .hasMessage(
            "Input 'left': features: expected inputs of one dimension to take some of. Found:"
                + " inputs of [8, 8, 1]");
  }

  @Test
  void everythingIsPartOfItsText() {
    assertThat(TWO.canonicalText())
        .isEqualTo(
            "scale 0.5, mean 1, std 1, layout FLAT, input left, features 0-1; "
                + "scale 1, mean 10 20, std 4, layout FLAT, input right, features 3-4");
    assertThat(input("x", new Features(2, 2), 1, List.of(), List.of()).canonicalText())
        .endsWith(", input x, features 2");
    assertThat(TURNED.canonicalText()).endsWith(", input x, features 4, 3, 0, 2, 1");
  }
}
