package io.github.steelyard.engine.onnxruntime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.steelyard.engine.data.Batch;
import io.github.steelyard.engine.data.Shape;
import io.github.steelyard.engine.data.Tensor;
import io.github.steelyard.engine.data.TensorSpec;
import io.github.steelyard.engine.data.TensorType;
import io.github.steelyard.engine.inference.InferenceEngine;
import io.github.steelyard.engine.inference.LoadedModel;
import io.github.steelyard.engine.inference.ModelRef;
import io.github.steelyard.engine.inference.Predictions;
import io.github.steelyard.engine.problem.ModelException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Models whose inputs and outputs are no float32. Those of real numbers give twice their input and
 * one more; the others their input.
 */
class OnnxOtherNumbersTest {
  @TempDir private Path folder;

  private final BufferAllocator allocator = new RootAllocator();

  @AfterEach
  void closeAllocator() {
    allocator.close();
  }

  /** Worked by hand: what goes in is rounded, and what comes out. */
  @Test
  void realNumbersOfEveryWidthBecomeFloat32Again() throws IOException {
    // 0.1 is 0.09997558593750 and so 1.199951171875, of steps of 2^-10; 4097, of steps of 4.
    assertThat(predict("float16", 0.1f, 1, 2049)).containsExactly(1.2001953125f, 3, 4096);
    // 0.1 is 0.10009765625 and so 1.2001953125, of steps of 2^-7; 601, of steps of 4.
    assertThat(predict("bfloat16", 0.1f, 1, 300)).containsExactly(1.203125f, 3, 600);
    assertThat(predict("float64", 0.1f, 1, 3)).containsExactly((float) (0.1f * 2.0 + 1), 3, 7);
  }

  @Test
  void wholeNumbersAreTakenWhereTheDataAreWhole() throws IOException {
    assertThat(predict("uint8", 0, 7, 255)).containsExactly(0, 7, 255);
    assertThat(predict("int8", -128, 0, 127)).containsExactly(-128, 0, 127);
    assertThat(predict("int32", -0x1p31f, 5, 0x1p24f)).containsExactly(-0x1p31f, 5, 0x1p24f);
    assertThat(predict("int64", -0x1p63f, 5, 0x1p62f)).containsExactly(-0x1p63f, 5, 0x1p62f);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "uint8 | 0.5 | a whole number from 0 to 255 (UINT8)",
        "int8 | 200 | a whole number from -128 to 127 (INT8)",
        "int32 | 3E9 | a whole number of 32 bits (INT32)",
        "int64 | 1E20 | a whole number of 64 bits (INT64)",
        "float16 | 70000 | a number from -65504 to 65504 (FLOAT16)",
        "bfloat16 | 3.4028235E38 | a number from -3.3895314E38 to 3.3895314E38 (BFLOAT16)"
      })
  void dataThatDoNotFitAreRefused(String kind, float value, String expected) throws IOException {
    assertThatThrownBy(() -> predict(kind, 1, 2, value))
        .isInstanceOf(ModelException.class)
        .hasMessage(
            "Model 'm': expects "
                + expected
                + " everywhere in its input 'x', the data give "
                + value);
  }

  @ParameterizedTest
  @CsvSource({
    "float16, FLOAT16",
    "bfloat16, BFLOAT16",
    "float64, FLOAT64",
    "uint8, UINT8",
    "int8, INT8",
    "int32, INT32",
    "int64, INT64"
  })
  void aProfileTellsWhatTheModelTakesAndWhatComesOut(String kind, TensorType type)
      throws IOException {
    try (LoadedModel model = open(kind)) {
      assertThat(model.profile().inputs()).containsExactly(new TensorSpec("x", type, Shape.of(3)));
      assertThat(model.profile().outputs())
          .containsExactly(new TensorSpec("y", TensorType.FLOAT32, Shape.of(3)));
    }
  }

  @Test
  void aFileThatHoldsOtherNumbersThanFloat32SaysSo() throws IOException {
    try (LoadedModel model = open("float16")) {
      assertThat(model.profile().weightBytes()).isEqualTo(8);
      assertThat(model.notes())
          .containsExactly(
              "holds its weights as float16 (8 bytes) and computes as its file says, whatever the"
                  + " precision that is asked for");
    }
    Path file = TestModels.copy("two-inputs.onnx", folder);
    try (LoadedModel model = new OnnxEngineProvider().open(reference(file))) {
      assertThat(model.notes()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({"float16, 401, 3", "int64, 200, 1", "uint8, 200, 1"})
  void bytesAreTakenAsTheNumbersTheyAre(String kind, float first, float second) throws IOException {
    try (LoadedModel model = open(kind);
        InferenceEngine engine = model.newEngine();
        Tensor bytes = Tensor.allocate(allocator, TensorType.UINT8, Shape.of(1, 3))) {
      bytes.buffer().put(new byte[] {(byte) 200, 1, 1});
      try (Predictions predictions = engine.predict(new Batch(1, Map.of("x", bytes)))) {
        assertThat(floats(predictions, 3)).containsExactly(first, second, second);
      }
    }
  }

  /** Two examples a run: three go as two runs, the second filled up; then one, then four. */
  @Test
  void slicesOfABatchAreConvertedEachForItself() throws IOException {
    try (LoadedModel model = open("float16-by-two");
        InferenceEngine engine = model.newEngine()) {
      assertThat(predict(engine, 1, 2, 3, 4, 5, 6, 7, 8, 9))
          .containsExactly(3, 5, 7, 9, 11, 13, 15, 17, 19);
      assertThat(predict(engine, -1, -2, -3)).containsExactly(-1, -3, -5);
      assertThat(predict(engine, 0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 3))
          .containsExactly(1, 1, 1, 3, 3, 3, 5, 5, 5, 7, 7, 7);
    }
  }

  private float[] predict(String kind, float... values) throws IOException {
    try (LoadedModel model = open(kind);
        InferenceEngine engine = model.newEngine()) {
      return predict(engine, values);
    }
  }

  private float[] predict(InferenceEngine engine, float... values) {
    int rows = values.length / 3;
    try (Tensor tensor = Tensor.allocate(allocator, TensorType.FLOAT32, Shape.of(rows, 3))) {
      tensor.buffer().asFloatBuffer().put(values);
      try (Predictions predictions = engine.predict(new Batch(rows, Map.of("x", tensor)))) {
        return floats(predictions, values.length);
      }
    }
  }

  private static float[] floats(Predictions predictions, int count) {
    float[] floats = new float[count];
    predictions.only().buffer().asFloatBuffer().get(floats);
    return floats;
  }

  private LoadedModel open(String kind) throws IOException {
    return new OnnxEngineProvider()
        .open(reference(TestModels.copy("numbers-" + kind + ".onnx", folder)));
  }

  private static ModelRef reference(Path file) throws IOException {
    return new ModelRef("m", file.toString(), "00", Files.size(file), Map.of());
  }
}
