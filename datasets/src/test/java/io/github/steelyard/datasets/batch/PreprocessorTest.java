package io.github.steelyard.datasets.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.steelyard.datasets.prepare.PreparedColumns;
import io.github.steelyard.engine.columnar.RowBlock;
import io.github.steelyard.engine.data.Batch;
import io.github.steelyard.engine.data.Shape;
import io.github.steelyard.engine.data.Tensor;
import io.github.steelyard.engine.data.TensorType;
import io.github.steelyard.engine.problem.BadInputException;
import io.github.steelyard.engine.task.classification.ClassificationTask;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Random;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.junit.jupiter.api.Test;

class PreprocessorTest {
  private static final Shape IMAGE = Shape.of(3, 4, 3);
  private static final List<Double> MEANS = List.of(0.485, 0.456, 0.406);
  private static final List<Double> STDS = List.of(0.229, -0.224, 0.225);

  private static Preprocessing with(List<Double> mean, List<Double> std, Layout layout) {
    return new Preprocessing(1 / 255.0, mean, std, layout, null, null);
  }

  private static byte[] bytes(long seed, int length) {
    byte[] bytes = new byte[length];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }

  private static float[] run(Preprocessor preprocessor, byte[] input) {
    FloatBuffer target = FloatBuffer.allocate((int) preprocessor.outputShape().elements());
    preprocessor.put(input, target);
    assertThat(target.hasRemaining()).isFalse();
    return target.array();
  }

  /** Plain arithmetic, one pixel at a time, straight from the definition. */
  private static float expected(double raw, int channel, List<Double> mean, List<Double> std) {
    double mu = mean.isEmpty() ? 0 : mean.get(mean.size() == 1 ? 0 : channel);
    double sigma = std.isEmpty() ? 1 : std.get(std.size() == 1 ? 0 : channel);
    return (float) ((raw * (1 / 255.0) - mu) / sigma);
  }

  @Test
  void everyLayoutHoldsTheSameNumbersInItsOrder() {
    assertLayouts(3, 4);
  }

  /** Of more numbers than are converted at a time. */
  @Test
  void everyLayoutOfALargeImageHoldsTheSameNumbersInItsOrder() {
    assertLayouts(71, 67);
  }

  private static void assertLayouts(int height, int width) {
    byte[] input = bytes(11, height * width * 3);
    for (List<Double> mean : List.of(List.<Double>of(), List.of(0.5), MEANS)) {
      for (List<Double> std : List.of(List.<Double>of(), List.of(0.25), STDS)) {
        for (Layout layout : Layout.values()) {
          Preprocessor preprocessor =
              Preprocessor.compile(
                  with(mean, std, layout), TensorType.UINT8, Shape.of(height, width, 3));
          float[] output = run(preprocessor, input);
          float[] expected = new float[output.length];
          for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
              for (int c = 0; c < 3; c++) {
                int stored = (y * width + x) * 3 + c;
                int at = layout == Layout.NCHW ? (c * height + y) * width + x : stored;
                expected[at] = expected(input[stored] & 0xff, c, mean, std);
              }
            }
          }
          assertThat(output).isEqualTo(expected);
        }
      }
    }
  }

  @Test
  void itsOutputShapeFollowsTheLayoutAndTheSize() {
    Preprocessing.Size size = new Preprocessing.Size(6, 5);
    for (Layout layout : Layout.values()) {
      Shape plain =
          Preprocessor.compile(with(MEANS, STDS, layout), TensorType.UINT8, IMAGE).outputShape();
      Shape sized =
          Preprocessor.compile(
                  new Preprocessing(1, List.of(), List.of(), layout, size, null),
                  TensorType.UINT8,
                  IMAGE)
              .outputShape();
      switch (layout) {
        case NCHW -> {
          assertThat(plain).isEqualTo(Shape.of(3, 3, 4));
          assertThat(sized).isEqualTo(Shape.of(3, 6, 5));
        }
        case NHWC -> {
          assertThat(plain).isEqualTo(Shape.of(3, 4, 3));
          assertThat(sized).isEqualTo(Shape.of(6, 5, 3));
        }
        case FLAT -> {
          assertThat(plain).isEqualTo(Shape.of(36));
          assertThat(sized).isEqualTo(Shape.of(90));
        }
      }
    }
  }

  @Test
  void anImageIsResizedBeforeItIsNormalized() {
    byte[] input = bytes(12, 36);
    Preprocessor preprocessor =
        Preprocessor.compile(
            new Preprocessing(
                1 / 255.0, MEANS, STDS, Layout.NCHW, new Preprocessing.Size(6, 5), null),
            TensorType.UINT8,
            IMAGE);
    double[] raw = new double[36];
    for (int i = 0; i < 36; i++) {
      raw[i] = input[i] & 0xff;
    }
    double[] resized = Bilinear.resize(raw, 3, 4, 3, 6, 5);
    float[] output = run(preprocessor, input);
    for (int pixel = 0; pixel < 30; pixel++) {
      for (int c = 0; c < 3; c++) {
        assertThat(output[c * 30 + pixel])
            .isEqualTo(expected(resized[pixel * 3 + c], c, MEANS, STDS));
      }
    }
  }

  @Test
  void aTableHasAMeanForEachFeature() {
    float[] features = {1.5f, -2, 1e6f};
    ByteBuffer input = ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN);
    for (float feature : features) {
      input.putFloat(feature);
    }
    Preprocessor preprocessor =
        Preprocessor.compile(with(MEANS, STDS, Layout.FLAT), TensorType.FLOAT32, Shape.of(3));
    float[] output = run(preprocessor, input.array());
    for (int i = 0; i < 3; i++) {
      assertThat(output[i]).isEqualTo(expected(features[i], i, MEANS, STDS));
    }
  }

  private static Shard shard(
      TensorType type, Shape shape, byte[][] inputs, BufferAllocator allocator) {
    Tensor memory = Tensor.allocate(allocator, type, shape.batched(inputs.length));
    ByteBuffer buffer = memory.buffer();
    for (byte[] input : inputs) {
      buffer.put(input);
    }
    RowBlock examples =
        new RowBlock(PreparedColumns.examples(new ClassificationTask(), List.of()), inputs.length);
    return new Shard(0, 0, examples, memory);
  }

  @Test
  void aBatchHoldsTheRowsThatWereAskedForUnderTheInputsName() {
    byte[][] inputs = {bytes(1, 4), bytes(2, 4), bytes(3, 4)};
    Preprocessing named = new Preprocessing(2, List.of(), List.of(), Layout.NCHW, null, "pixels");
    Shape shape = Shape.of(2, 2, 1);
    Preprocessor preprocessor = Preprocessor.compile(named, TensorType.UINT8, shape);
    try (BufferAllocator allocator = new RootAllocator();
        Shard shard = shard(TensorType.UINT8, shape, inputs, allocator)) {
      long before = allocator.getAllocatedMemory();
      try (Batch batch = preprocessor.batch(shard, 1, 2, allocator)) {
        assertThat(batch.size()).isEqualTo(2);
        assertThat(batch.tensors()).containsOnlyKeys("pixels");
        assertThat(batch.only().shape()).isEqualTo(Shape.of(2, 1, 2, 2));
        FloatBuffer values = batch.only().buffer().asFloatBuffer();
        for (int i = 0; i < 8; i++) {
          assertThat(values.get(i)).isEqualTo(2f * (inputs[1 + i / 4][i % 4] & 0xff));
        }
      }
      assertThat(allocator.getAllocatedMemory()).isEqualTo(before);
      assertThatThrownBy(() -> preprocessor.batch(shard, 2, 2, allocator))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("Cannot take 2 rows from row 2 on, of 3");
    }
  }

  private static byte[][] floats(int rows, int elements) {
    Random random = new Random(17);
    byte[][] inputs = new byte[rows][elements * Float.BYTES];
    for (byte[] input : inputs) {
      FloatBuffer floats = ByteBuffer.wrap(input).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
      for (int i = 0; i < elements; i++) {
        floats.put(i, (float) random.nextGaussian());
      }
    }
    return inputs;
  }

  private static Preprocessing untouched(Layout layout) {
    return new Preprocessing(1, List.of(0.0), List.of(1.0), layout, null, null);
  }

  @Test
  void floatsToWhichNothingIsDoneAreNotCopied() {
    Shape shape = Shape.of(2, 3, 1);
    byte[][] inputs = floats(5, 6);
    for (Layout layout : Layout.values()) {
      Preprocessor preprocessor =
          Preprocessor.compile(untouched(layout), TensorType.FLOAT32, shape);
      try (BufferAllocator allocator = new RootAllocator()) {
        Shard shard = shard(TensorType.FLOAT32, shape, inputs, allocator);
        Batch batch = preprocessor.batch(shard, 3, 2, allocator);
        assertThat(batch.only().memory().memoryAddress())
            .isEqualTo(shard.inputs().memory().memoryAddress() + 3 * 6 * Float.BYTES);
        assertThat(batch.only().shape()).isEqualTo(preprocessor.outputShape().batched(2));
        // The batch holds the memory on its own.
        shard.close();
        byte[] held = new byte[24];
        batch.only().buffer().get(24, held);
        assertThat(held).isEqualTo(inputs[4]);
        batch.close();
        assertThat(allocator.getAllocatedMemory()).isZero();
      }
    }
  }

  @Test
  void floatsThatMoveOrChangeAreConvertedStraightIntoTheBatch() {
    Shape shape = Shape.of(2, 3, 3);
    byte[][] inputs = floats(4, 18);
    List<Preprocessing> all =
        List.of(
            untouched(Layout.NCHW),
            with(List.of(), List.of(), Layout.NHWC),
            with(MEANS, STDS, Layout.NCHW),
            with(MEANS, List.of(0.5), Layout.FLAT));
    for (Preprocessing preprocessing : all) {
      Preprocessor preprocessor = Preprocessor.compile(preprocessing, TensorType.FLOAT32, shape);
      try (BufferAllocator allocator = new RootAllocator();
          Shard shard = shard(TensorType.FLOAT32, shape, inputs, allocator);
          Batch batch = preprocessor.batch(shard, 1, 3, allocator)) {
        FloatBuffer values = batch.only().buffer().asFloatBuffer();
        for (int row = 0; row < 3; row++) {
          FloatBuffer raw =
              ByteBuffer.wrap(inputs[row + 1]).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
          for (int i = 0; i < 18; i++) {
            int pixel = i / 3;
            int at = preprocessing.layout() == Layout.NCHW ? i % 3 * 6 + pixel : i;
            double scaled = raw.get(i) * preprocessing.scale();
            List<Double> mean = preprocessing.mean();
            List<Double> std = preprocessing.std();
            double mu = mean.isEmpty() ? 0 : mean.get(mean.size() == 1 ? 0 : i % 3);
            double sigma = std.isEmpty() ? 1 : std.get(std.size() == 1 ? 0 : i % 3);
            assertThat(values.get(row * 18 + at)).isEqualTo((float) ((scaled - mu) / sigma));
          }
        }
      }
    }
  }

  private static String problem(Preprocessing preprocessing, Shape shape) {
    try {
      Preprocessor.compile(preprocessing, TensorType.UINT8, shape);
    } catch (BadInputException e) {
      return e.getMessage();
    }
    throw new AssertionError("No problem was found");
  }

  @Test
  void whatDoesNotFitTheInputsIsNamed() {
    assertThat(problem(with(List.of(1.0, 2.0), List.of(), Layout.FLAT), IMAGE))
        .isEqualTo(
            "mean: expected one value, or one for each channel of inputs of [3, 4, 3]: 3. Found: 2");
    assertThat(problem(with(List.of(), List.of(1.0, 2.0), Layout.FLAT), Shape.of(7)))
        .isEqualTo(
            "std: expected one value, or one for each feature of inputs of [7]: 7. Found: 2");
    assertThat(problem(with(List.of(), List.of(1.0, 0.0, 1.0), Layout.FLAT), IMAGE))
        .isEqualTo("std: expected no 0. Found: [1.0, 0.0, 1.0]");
    assertThat(problem(with(List.of(Double.NaN), List.of(), Layout.FLAT), IMAGE))
        .isEqualTo("mean: expected finite numbers. Found: [NaN]");
    assertThat(problem(with(List.of(), List.of(), Layout.NCHW), Shape.of(7)))
        .isEqualTo(
            "layout: expected flat for inputs of [7], since only images [height, width, channels]"
                + " have another. Found: NCHW");
    Preprocessing.Size size = new Preprocessing.Size(0, 5);
    assertThat(problem(new Preprocessing(1, List.of(), List.of(), Layout.FLAT, size, null), IMAGE))
        .isEqualTo("size: expected 1 to 8192 pixels a side. Found: Size[height=0, width=5]");
    assertThat(
            problem(
                new Preprocessing(1, List.of(), List.of(), Layout.FLAT, size, null), Shape.of(7)))
        .isEqualTo(
            "size: expected images [height, width, channels] to resize. Found: inputs of [7]");
    assertThat(
            problem(
                new Preprocessing(
                    Double.POSITIVE_INFINITY, List.of(), List.of(), Layout.FLAT, null, null),
                IMAGE))
        .isEqualTo("scale: expected a finite number. Found: Infinity");
  }
}
