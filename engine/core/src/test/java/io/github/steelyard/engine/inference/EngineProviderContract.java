package io.github.steelyard.engine.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.steelyard.engine.data.Batch;
import io.github.steelyard.engine.data.Shape;
import io.github.steelyard.engine.data.Tensor;
import io.github.steelyard.engine.data.TensorSpec;
import io.github.steelyard.engine.data.TensorType;
import io.github.steelyard.engine.inference.profile.ModelProfile;
import io.github.steelyard.engine.problem.ModelException;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/**
 * What every engine must do. An engine's test supplies a provider, one of its models, and what an
 * independent count says of that model.
 */
public abstract class EngineProviderContract extends EngineFilesContract {
  private static final int BATCH = 24;

  protected abstract long expectedParameters();

  protected abstract long expectedMacs();

  /** How far an answer may be from that of the same example in another batch. */
  protected float tolerance() {
    return 1e-5f;
  }

  @Test
  void countsParametersAndMultiplyAccumulates() throws IOException {
    try (LoadedModel model = open()) {
      ModelProfile profile = model.profile();
      assertThat(profile.parameters()).isEqualTo(expectedParameters());
      assertThat(profile.macsPerExample()).isEqualTo(expectedMacs());
      assertThat(profile.weightBytes())
          .isEqualTo(expectedParameters() * placement().precision().bytes());
      assertThat(profile.fileBytes()).isEqualTo(Files.size(modelFile()));
      assertThat(profile.inputs()).allMatch(input -> input.shape().fixed());
    }
  }

  @Test
  void yieldsTheOutputsThatItsProfileTells() throws IOException {
    try (LoadedModel model = open();
        InferenceEngine engine = model.newEngine();
        Batch batch = batch(model, 0, 3);
        Predictions predictions = engine.predict(batch)) {
      assertThat(predictions.outputs().keySet())
          .containsExactlyElementsOf(
              model.profile().outputs().stream().map(TensorSpec::name).toList());
      for (TensorSpec output : model.profile().outputs()) {
        Tensor tensor = predictions.outputs().get(output.name());
        assertThat(tensor.type()).isEqualTo(TensorType.FLOAT32);
        assertThat(tensor.shape()).isEqualTo(output.shape().batched(3));
      }
    }
  }

  @Test
  void givesTheSameBytesEachTime() throws IOException {
    try (LoadedModel model = open();
        InferenceEngine engine = model.newEngine();
        InferenceEngine another = model.newEngine()) {
      float[] first = predict(model, engine, 0, BATCH);
      predict(model, engine, 5, 7);
      assertThat(predict(model, engine, 0, BATCH)).isEqualTo(first);
      assertThat(predict(model, another, 0, BATCH)).isEqualTo(first);
    }
  }

  @Test
  void answersDependOnTheExampleNotOnItsBatch() throws IOException {
    try (LoadedModel model = open();
        InferenceEngine engine = model.newEngine()) {
      float[] together = predict(model, engine, 0, BATCH);
      assertThat(together).hasSizeGreaterThanOrEqualTo(BATCH);
      int width = together.length / BATCH;
      for (int i = 0; i < BATCH; i++) {
        float[] alone = predict(model, engine, i, 1);
        float[] row = Arrays.copyOfRange(together, i * width, (i + 1) * width);
        assertThat(alone).containsExactly(row, within(tolerance()));
      }
      assertThat(Arrays.copyOf(together, width))
          .isNotEqualTo(Arrays.copyOfRange(together, width, 2 * width));
    }
  }

  @Test
  void threadsWithTheirOwnEnginesAnswerAsOneDoes() throws Exception {
    int rounds = 20;
    try (LoadedModel model = open()) {
      List<float[]> expected = new ArrayList<>();
      try (InferenceEngine engine = model.newEngine()) {
        for (int round = 0; round < rounds; round++) {
          expected.add(predict(model, engine, round, BATCH));
        }
      }
      Callable<List<float[]>> work =
          () -> {
            List<float[]> found = new ArrayList<>();
            try (InferenceEngine engine = model.newEngine()) {
              for (int round = 0; round < rounds; round++) {
                found.add(predict(model, engine, round, BATCH));
              }
            }
            return found;
          };
      ExecutorService threads = Executors.newFixedThreadPool(2);
      try {
        for (Future<List<float[]>> found : threads.invokeAll(List.of(work, work))) {
          for (int round = 0; round < rounds; round++) {
            assertThat(found.get().get(round)).isEqualTo(expected.get(round));
          }
        }
      } finally {
        threads.shutdownNow();
      }
    }
  }

  /** What an engine keeps of a batch, or its library, would end a long run. */
  @Test
  void tenThousandBatchesDoNotMakeTheProcessGrow() throws IOException {
    try (LoadedModel model = open();
        InferenceEngine engine = model.newEngine();
        Batch batch = batch(model, 0, 2)) {
      Growth.refuse(10_000, () -> engine.predict(batch).close());
    }
  }

  @Test
  void predictionsOutliveTheirBatchAndLeaveItAlone() throws IOException {
    try (LoadedModel model = open();
        InferenceEngine engine = model.newEngine()) {
      float[] expected = predict(model, engine, 0, BATCH);
      Batch batch = batch(model, 0, BATCH);
      float[] inputs = floats(batch.tensors());
      Predictions predictions = engine.predict(batch);
      assertThat(floats(batch.tensors())).isEqualTo(inputs);
      batch.close();
      try (Batch other = batch(model, 50, BATCH);
          Predictions otherPredictions = engine.predict(other)) {
        assertThat(floats(predictions.outputs())).isEqualTo(expected);
        assertThat(floats(otherPredictions.outputs())).isNotEqualTo(expected);
      }
      predictions.close();
    }
  }

  @Test
  void anInputOfAnotherShapeIsRefusedWithBothShapes() throws IOException {
    try (LoadedModel model = open();
        InferenceEngine engine = model.newEngine();
        Batch batch = new Batch(2, wrongShapes(model))) {
      assertThatThrownBy(() -> engine.predict(batch))
          .isInstanceOf(ModelException.class)
          .hasMessage(
              "Model 'm': expects input "
                  + model.profile().inputs().get(0).shape()
                  + ", the data give [3, 5, 2, 2, 2]");
    }
  }

  private Map<String, Tensor> wrongShapes(LoadedModel model) {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    for (TensorSpec input : model.profile().inputs()) {
      tensors.put(
          input.name(),
          Tensor.allocate(allocator(), TensorType.FLOAT32, Shape.of(2, 3, 5, 2, 2, 2)));
    }
    return tensors;
  }
}
