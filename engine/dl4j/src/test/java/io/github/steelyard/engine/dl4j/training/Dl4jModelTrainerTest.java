package io.github.steelyard.engine.dl4j.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.steelyard.engine.problem.BadInputException;
import io.github.steelyard.engine.training.ModelTrainerContract;
import io.github.steelyard.engine.training.Recipes;
import io.github.steelyard.engine.training.TrainedModel;
import io.github.steelyard.engine.training.TrainingRecipe;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipFile;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class Dl4jModelTrainerTest extends ModelTrainerContract {
  Dl4jModelTrainerTest() {
    super(
        new Dl4jModelTrainer(),
        List.of(everything("plain-cnn", 6), everything("vgg-like", 6), everything("mlp", 3)));
  }

  private static TrainingRecipe everything(String architecture, int depth) {
    return Recipes.trained(Recipes.with(architecture, 2, depth, true, true, 0.3), 2);
  }

  @Test
  void trainsThreeArchitectures() {
    assertThat(trainer.engine()).isEqualTo("dl4j");
    assertThat(trainer.architectures()).containsExactly("mlp", "plain-cnn", "vgg-like");
  }

  @Test
  void countsParametersAndMacs() {
    Path file = folder.resolve("model.zip");
    TrainedModel trained = trainer.train(Recipes.plain("plain-cnn", 2, 1), EXAMPLES, file);
    // A 3x3 convolution 1 to 2 (20) on 8x8 pixels; 4 x 4 x 2 x 2 + 2
    assertThat(trained.profile().parameters()).isEqualTo(86);
    assertThat(trained.profile().macsPerExample()).isEqualTo(8 * 8 * 9 * 2 + 32 * 2);
    assertThat(trained.profile().weightBytes()).isEqualTo(4 * 86);
    assertThat(trained.profile().inputs().get(0).shape()).isEqualTo(SHAPE);
  }

  @Test
  void measuresItsOwnThread() {
    TrainedModel trained =
        trainer.train(everything("mlp", 3), EXAMPLES, folder.resolve("model.zip"));
    assertThat(trained.cpuSeconds()).isPositive().isLessThan(trained.trainingSeconds() + 0.1);
  }

  @Test
  void writesWhatDeeplearning4jReadsWithoutTheUpdater() throws IOException {
    Path file = folder.resolve("model.zip");
    trainer.train(Recipes.trained(Recipes.plain("plain-cnn", 4, 3), 20), EXAMPLES, file);
    try (ZipFile zip = new ZipFile(file.toFile())) {
      assertThat(zip.getEntry("updaterState.bin")).isNull();
    }
    ComputationGraph network = ModelSerializer.restoreComputationGraph(file.toFile());
    try (INDArray input = Nd4j.create(DataType.FLOAT, 1, 1, 8, 8)) {
      int right = 0;
      for (int example = 0; example < EXAMPLES.size(); example++) {
        FloatBuffer values = input.data().asNioFloat();
        EXAMPLES.put(example, values);
        if (network.outputSingle(input).argMax(1).getInt(0) == EXAMPLES.label(example)) {
          right++;
        }
      }
      assertThat(right).isGreaterThan(50);
    }
  }

  @Test
  void saysWhenTheTrainingDiverged() {
    TrainingRecipe recipe = Recipes.seeded(Recipes.learning(Recipes.plain("mlp", 4, 2), 1e38), 7);
    assertThatThrownBy(() -> trainer.train(recipe, EXAMPLES, folder.resolve("model.zip")))
        .isInstanceOf(BadInputException.class)
        .hasMessage(
            "The training of mlp (width 4, depth 2, seed 7, learning rate 1.0E38) diverged in"
                + " epoch 1: expected finite losses and weights; a smaller learning rate may help.");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void refusesANetworkThatIsTooLarge() {
    TrainingRecipe recipe = Recipes.plain("mlp", 16_384, 3);
    assertThatThrownBy(() -> trainer.train(recipe, EXAMPLES, folder.resolve("a.zip")))
        .isInstanceOf(BadInputException.class)
        .hasMessage(
            "Cannot train mlp of width 16384 and depth 3: it has 538,001,410 parameters, expected"
                + " at most 500,000,000.");
  }
}
