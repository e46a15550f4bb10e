package io.github.steelyard.engine.dl4j.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.steelyard.engine.data.LabelMap;
import io.github.steelyard.engine.data.Shape;
import io.github.steelyard.engine.problem.BadInputException;
import io.github.steelyard.engine.training.Recipes;
import io.github.steelyard.engine.training.TrainedModel;
import io.github.steelyard.engine.training.TrainingRecipe;
import io.github.steelyard.engine.training.TrainingSet;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** What is trained besides classifiers: numbers, and labels of which any may be true. */
class HeadsTrainingTest {
  private static final int EXAMPLES = 120;

  @TempDir Path folder;

  /** Of two features; each target is a linear function of them, or whether one is above 0. */
  private record Points(String task, int outputs, double factor, double shift)
      implements TrainingSet {
    float feature(int index, int feature) {
      return (float) (2 * new SplittableRandom(2L * index + feature).nextDouble() - 1);
    }

    @Override
    public int size() {
      return EXAMPLES;
    }

    @Override
    public LabelMap labels() {
      return outputs == 1 ? LabelMap.NONE : LabelMap.numbered(outputs);
    }

    @Override
    public Shape exampleShape() {
      return Shape.of(2);
    }

    @Override
    public void put(int index, FloatBuffer target) {
      target.put(feature(index, 0)).put(feature(index, 1));
    }

    @Override
    public void putTarget(int index, FloatBuffer target) {
      if (outputs == 1) {
        double number = feature(index, 0) - 0.5 * feature(index, 1);
        target.put((float) (factor * number + shift));
      } else {
        target.put(feature(index, 0) > 0 ? 1 : 0).put(feature(index, 1) > 0 ? 1 : 0);
      }
    }
  }

  private static INDArray inputs(Points points) {
    INDArray inputs = Nd4j.create(EXAMPLES, 2);
    for (int row = 0; row < EXAMPLES; row++) {
      inputs.putScalar(row, 0, points.feature(row, 0)).putScalar(row, 1, points.feature(row, 1));
    }
    return inputs;
  }

  private TrainedModel train(Points points, int epochs, Path file) {
    TrainingRecipe recipe = Recipes.trained(Recipes.plain("mlp", 8, 1), epochs);
    return new Dl4jModelTrainer().train(recipe, points, file);
  }

  private INDArray outputs(Points points, Path file) throws IOException {
    ComputationGraph network = ModelSerializer.restoreComputationGraph(file.toFile());
    try {
      return network.outputSingle(inputs(points)).dup();
    } finally {
      network.close();
    }
  }

  @Test
  void aNumbersUnitChangesNothingButTheUnit() throws IOException {
    Points plain = new Points("regression", 1, 1, 0);
    Points large = new Points("regression", 1, 1024, 65_536);
    TrainedModel first = train(plain, 4, folder.resolve("plain.zip"));
    TrainedModel second = train(large, 4, folder.resolve("large.zip"));
    INDArray numbers = outputs(plain, folder.resolve("plain.zip"));
    INDArray largeNumbers = outputs(large, folder.resolve("large.zip"));
    for (int row = 0; row < EXAMPLES; row++) {
      assertThat((largeNumbers.getDouble(row, 0) - 65_536) / 1024)
          .isCloseTo(numbers.getDouble(row, 0), within(1e-3));
    }
    for (int epoch = 0; epoch < 4; epoch++) {
      assertThat(second.epochLosses().get(epoch) / (1024 * 1024))
          .isCloseTo(first.epochLosses().get(epoch), within(1e-3));
    }
    assertThat(first.profile().outputs().get(0).shape()).isEqualTo(Shape.of(1));
  }

  @Test
  void aNumberIsLearnt() throws IOException {
    Points points = new Points("regression", 1, 3, 100);
    List<Double> losses = train(points, 150, folder.resolve("model.zip")).epochLosses();
    INDArray numbers = outputs(points, folder.resolve("model.zip"));
    double sum = 0;
    for (int row = 0; row < EXAMPLES; row++) {
      FloatBuffer target = FloatBuffer.allocate(1);
      points.putTarget(row, target);
      sum += Math.pow(numbers.getDouble(row, 0) - target.get(0), 2);
    }
    assertThat(sum / EXAMPLES).isLessThan(0.5);
    // The loss is a mean of the epoch, the weights moved meanwhile.
    assertThat(losses.get(149)).isCloseTo(sum / EXAMPLES, within(0.1));
  }

  @Test
  void eachLabelHasAProbabilityOfItsOwn() throws IOException {
    Points points = new Points("multilabel", 2, 1, 0);
    train(points, 150, folder.resolve("model.zip"));
    INDArray probabilities = outputs(points, folder.resolve("model.zip"));
    int wrong = 0;
    for (int row = 0; row < EXAMPLES; row++) {
      for (int label = 0; label < 2; label++) {
        double probability = probabilities.getDouble(row, label);
        assertThat(probability).isBetween(0.0, 1.0);
        wrong += (probability > 0.5) == (points.feature(row, label) > 0) ? 0 : 1;
      }
    }
    assertThat(wrong).isLessThan(EXAMPLES / 10);
  }

  @Test
  void equalTargetsAreNotScaled() throws IOException {
    Points points = new Points("regression", 1, 0, 7);
    train(points, 60, folder.resolve("model.zip"));
    assertThat(outputs(points, folder.resolve("model.zip")).meanNumber().doubleValue())
        .isCloseTo(7, within(0.2));
  }

  @Test
  void aTaskThatNobodyTrainsForIsRefused() {
    assertThatThrownBy(() -> train(new Points("poetry", 1, 1, 0), 1, folder.resolve("model.zip")))
        .isInstanceOf(BadInputException.class)
        .hasMessage(
            "Cannot train for the task 'poetry'. Known: classification, multilabel, regression");
  }
}
