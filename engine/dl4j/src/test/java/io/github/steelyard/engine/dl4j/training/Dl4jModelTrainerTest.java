package io.github.steelyard.engine.dl4j.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.steelyard.engine.data.LabelMap;
import io.github.steelyard.engine.data.Shape;
import io.github.steelyard.engine.dl4j.architecture.Recipes;
import io.github.steelyard.engine.dl4j.architecture.ToyImages;
import io.github.steelyard.engine.problem.BadInputException;
import io.github.steelyard.engine.training.ModelTrainer;
import io.github.steelyard.engine.training.TrainedModel;
import io.github.steelyard.engine.training.TrainingRecipe;
import io.github.steelyard.engine.training.TrainingSet;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.factory.Nd4j;

class Dl4jModelTrainerTest {
  private static final Shape SHAPE = Shape.of(1, 8, 8);

  /** Neither a multiple of the batch size of 16 nor a batch and a single example. */
  private static final TrainingSet EXAMPLES = new ToyImages(53, SHAPE);

  @TempDir Path folder;

  private final ModelTrainer trainer = new Dl4jModelTrainer();

  private static TrainingRecipe recipe(String architecture, long seed) {
    int depth = architecture.equals("mlp") ? 3 : 6;
    return Recipes.trained(Recipes.with(architecture, 2, depth, true, true, 0.3), 3, seed);
  }

  private byte[] bytes(TrainingRecipe recipe, String name) throws IOException {
    Path file = folder.resolve(name + ".zip");
    trainer.train(recipe, EXAMPLES, file);
    return Files.readAllBytes(file);
  }

  @Test
  void isFound() {
    assertThat(ServiceLoader.load(ModelTrainer.class).stream().map(ServiceLoader.Provider::type))
        .contains(Dl4jModelTrainer.class);
    assertThat(trainer.engine()).isEqualTo("dl4j");
    assertThat(trainer.architectures()).containsExactly("mlp", "plain-cnn", "vgg-like");
  }

  @ParameterizedTest
  @ValueSource(strings = {"mlp", "plain-cnn", "vgg-like"})
  void writesTheSameBytesForTheSameRecipe(String architecture) throws IOException {
    byte[] first = bytes(recipe(architecture, 1), "first");
    // Whatever else drew random numbers in this thread must not matter.
    Nd4j.rand(100).close();
    assertThat(bytes(recipe(architecture, 1), "again")).isEqualTo(first);
    assertThat(bytes(recipe(architecture, 2), "other")).isNotEqualTo(first);
  }

  @Test
  void writesTheSameBytesWhenTwoThreadsTrainAtOnce() throws Exception {
    List<TrainingRecipe> recipes = List.of(recipe("plain-cnn", 1), recipe("vgg-like", 2));
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      for (int round = 0; round < 3; round++) {
        CyclicBarrier together = new CyclicBarrier(2);
        String name = "threaded-" + round + "-";
        List<Future<byte[]>> trained =
            recipes.stream()
                .map(
                    recipe ->
                        threads.submit(
                            () -> {
                              together.await();
                              return bytes(recipe, name + recipe.architecture());
                            }))
                .toList();
        for (int i = 0; i < 2; i++) {
          assertThat(trained.get(i).get()).isEqualTo(bytes(recipes.get(i), "alone"));
        }
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void tellsTheCourseOfTheTraining() {
    TrainingRecipe recipe = Recipes.trained(Recipes.plain("plain-cnn", 4, 3), 8, 1);
    TrainedModel trained = trainer.train(recipe, EXAMPLES, folder.resolve("model.zip"));
    assertThat(trained.epochLosses()).hasSize(8);
    assertThat(trained.epochLosses().get(7)).isLessThan(0.7 * trained.epochLosses().get(0));
    assertThat(trained.trainingSeconds()).isPositive();
    assertThat(trained.cpuSeconds()).isPositive().isLessThan(trained.trainingSeconds() + 0.1);
  }

  @Test
  void profilesWhatItTrained() throws IOException {
    Path file = folder.resolve("model.zip");
    TrainedModel trained = trainer.train(Recipes.plain("plain-cnn", 2, 1), EXAMPLES, file);
    // 3x3 convolution 1 to 2 (20); 4 x 4 x 2 x 2 + 2
    assertThat(trained.profile().parameters()).isEqualTo(86);
    // 8 x 8 x 9 x 2 + 32 x 2
    assertThat(trained.profile().macsPerExample()).isEqualTo(1216);
    assertThat(trained.profile().weightBytes()).isEqualTo(344);
    assertThat(trained.profile().fileBytes()).isEqualTo(Files.size(file));
    assertThat(trained.profile().inputs().get(0).shape()).isEqualTo(SHAPE);
    assertThat(trained.profile().outputs().get(0).shape()).isEqualTo(Shape.of(2));
  }

  @Test
  void writesWhatDeeplearning4jReads() throws IOException {
    Path file = folder.resolve("model.zip");
    TrainingRecipe recipe = Recipes.trained(Recipes.plain("plain-cnn", 4, 3), 20, 1);
    trainer.train(recipe, EXAMPLES, file);
    ComputationGraph network = ModelSerializer.restoreComputationGraph(file.toFile());
    try (var input = Nd4j.create(org.nd4j.linalg.api.buffer.DataType.FLOAT, 1, 1, 8, 8)) {
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
  void usesTheFirstExamplesOnly() throws IOException {
    TrainingRecipe all = recipe("mlp", 1);
    TrainingRecipe some =
        new TrainingRecipe(
            "mlp", all.width(), all.depth(), 20, 3, 1, all.learningRate(), 16, true, true, 0.3);
    Path few = folder.resolve("few.zip");
    trainer.train(all, new ToyImages(20, SHAPE), few);
    assertThat(bytes(some, "first-20")).isEqualTo(Files.readAllBytes(few));
  }

  @Test
  void saysWhenTheTrainingDiverged() {
    TrainingRecipe recipe = new TrainingRecipe("mlp", 4, 2, 0, 3, 7, 1e38, 16, false, false, 0);
    assertThatThrownBy(() -> trainer.train(recipe, EXAMPLES, folder.resolve("model.zip")))
        .isInstanceOf(BadInputException.class)
        .hasMessage(
            "The training of mlp (width 4, depth 2, seed 7, learning rate 1.0E38) diverged in"
                + " epoch 1: expected finite losses and weights; a smaller learning rate may help.");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void refusesARecipeWithAProblem() {
    assertThatThrownBy(
            () -> trainer.train(Recipes.plain("mlp", 0, 1), EXAMPLES, folder.resolve("a.zip")))
        .isInstanceOf(BadInputException.class)
        .hasMessage("The width has to be >= 1 and <= 16384, found 0.");
  }

  @Test
  void refusesMoreExamplesThanThereAre() {
    TrainingRecipe recipe = new TrainingRecipe("mlp", 4, 1, 54, 1, 1, 1e-3, 16, false, false, 0);
    assertThatThrownBy(() -> trainer.train(recipe, EXAMPLES, folder.resolve("a.zip")))
        .isInstanceOf(BadInputException.class)
        .hasMessage("Cannot train on 54 examples: the training split has 53.");
  }

  @Test
  void refusesANetworkThatIsTooLarge() {
    assertThatThrownBy(
            () -> trainer.train(Recipes.plain("mlp", 16_384, 3), EXAMPLES, folder.resolve("a.zip")))
        .isInstanceOf(BadInputException.class)
        .hasMessage(
            "Cannot train mlp of width 16384 and depth 3: it has 538,001,410 parameters, expected"
                + " at most 500,000,000.");
  }

  @Test
  void refusesALabelOutsideTheClasses() {
    TrainingSet mislabelled =
        new TrainingSet() {
          @Override
          public int size() {
            return 2;
          }

          @Override
          public LabelMap labels() {
            return LabelMap.numbered(2);
          }

          @Override
          public Shape exampleShape() {
            return Shape.of(1);
          }

          @Override
          public void put(int index, FloatBuffer target) {
            target.put(index);
          }

          @Override
          public int label(int index) {
            return 2 * index;
          }
        };
    assertThatThrownBy(
            () -> trainer.train(Recipes.plain("mlp", 4, 1), mislabelled, folder.resolve("a.zip")))
        .isInstanceOf(BadInputException.class)
        .hasMessage("Training example 1 is of class 2, expected 0 to 1.");
  }
}
