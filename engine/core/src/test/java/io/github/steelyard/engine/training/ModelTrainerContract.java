package io.github.steelyard.engine.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.steelyard.engine.data.LabelMap;
import io.github.steelyard.engine.data.Shape;
import io.github.steelyard.engine.problem.BadInputException;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every trainer must do; its test supplies it and small recipes for images of 8x8 pixels. */
public abstract class ModelTrainerContract {
  protected static final Shape SHAPE = Shape.of(1, 8, 8);

  /** Neither a multiple of the recipes' batch size of 16 nor batches and a single example. */
  protected static final ToyImages EXAMPLES = new ToyImages(53, SHAPE);

  @TempDir protected Path folder;

  protected final ModelTrainer trainer;
  private final List<TrainingRecipe> recipes;

  /**
   * @param recipes at least two, with whatever draws random numbers, of at most three epochs
   */
  protected ModelTrainerContract(ModelTrainer trainer, List<TrainingRecipe> recipes) {
    this.trainer = trainer;
    this.recipes = recipes;
  }

  private byte[] bytes(TrainingRecipe recipe, TrainingSet examples) throws IOException {
    Path file = Files.createTempDirectory(folder, "trained").resolve("model.zip");
    trainer.train(recipe, examples, file);
    return Files.readAllBytes(file);
  }

  @Test
  void isFoundAndKnowsItsArchitectures() {
    assertThat(ServiceLoader.load(ModelTrainer.class).stream().map(ServiceLoader.Provider::type))
        .contains(trainer.getClass());
    assertThat(trainer.architectures())
        .isSorted()
        .containsAll(recipes.stream().map(TrainingRecipe::architecture).toList());
  }

  @Test
  void writesTheSameBytesForTheSameRecipe() throws IOException {
    for (TrainingRecipe recipe : recipes) {
      byte[] first = bytes(recipe, EXAMPLES);
      assertThat(bytes(recipe, EXAMPLES)).isEqualTo(first);
      assertThat(bytes(Recipes.seeded(recipe, 2), EXAMPLES)).isNotEqualTo(first);
    }
  }

  @Test
  void writesTheSameBytesWhenTwoThreadsTrainAtOnce() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      CyclicBarrier together = new CyclicBarrier(2);
      List<Future<byte[]>> trained = new ArrayList<>();
      for (TrainingRecipe recipe : recipes.subList(0, 2)) {
        trained.add(
            threads.submit(
                () -> {
                  together.await();
                  return bytes(recipe, EXAMPLES);
                }));
      }
      for (int i = 0; i < 2; i++) {
        assertThat(trained.get(i).get()).isEqualTo(bytes(recipes.get(i), EXAMPLES));
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void tellsTheCourseOfTheTraining() {
    TrainingRecipe recipe = Recipes.trained(recipes.get(0), 8);
    TrainedModel trained = trainer.train(recipe, EXAMPLES, folder.resolve("model.zip"));
    assertThat(trained.epochLosses()).hasSize(8);
    assertThat(trained.epochLosses().get(7)).isLessThan(trained.epochLosses().get(0));
    assertThat(trained.trainingSeconds()).isPositive();
    assertThat(trained.cpuSeconds()).isGreaterThanOrEqualTo(-1);
  }

  @Test
  void profilesTheFileThatItWrote() throws IOException {
    Path file = folder.resolve("model.zip");
    TrainedModel trained = trainer.train(recipes.get(0), EXAMPLES, file);
    assertThat(trained.profile().fileBytes()).isEqualTo(Files.size(file));
    assertThat(trained.profile().parameters()).isPositive();
    assertThat(trained.profile().outputs().get(0).shape()).isEqualTo(Shape.of(2));
  }

  @Test
  void usesTheFirstExamplesOnly() throws IOException {
    TrainingRecipe all = recipes.get(0);
    assertThat(bytes(Recipes.limited(all, 20), EXAMPLES))
        .isEqualTo(bytes(all, new ToyImages(20, SHAPE)))
        .isNotEqualTo(bytes(all, EXAMPLES));
  }

  @Test
  void refusesMoreExamplesThanThereAre() {
    TrainingRecipe recipe = Recipes.limited(recipes.get(0), 54);
    assertThatThrownBy(() -> bytes(recipe, EXAMPLES))
        .isInstanceOf(BadInputException.class)
        .hasMessage("Cannot train on 54 examples: the training split has 53.");
  }

  @Test
  void refusesAnArchitectureThatItDoesNotKnow() {
    TrainingRecipe recipe = Recipes.plain("no-such-net", 4, 1);
    assertThat(trainer.problems(recipe, SHAPE))
        .containsExactly(
            "Unknown architecture: 'no-such-net'. Known: "
                + String.join(", ", trainer.architectures())
                + ".");
    assertThatThrownBy(() -> bytes(recipe, EXAMPLES)).isInstanceOf(BadInputException.class);
  }

  @Test
  void refusesATargetThatIsNoNumber() {
    ClassifiedExamples mislabelled =
        new ClassifiedExamples() {
          @Override
          public int size() {
            return 53;
          }

          @Override
          public LabelMap labels() {
            return EXAMPLES.labels();
          }

          @Override
          public Shape exampleShape() {
            return SHAPE;
          }

          @Override
          public void put(int index, FloatBuffer target) {
            EXAMPLES.put(index, target);
          }

          @Override
          public int label(int index) {
            return EXAMPLES.label(index);
          }

          @Override
          public void putTarget(int index, FloatBuffer target) {
            if (index == 17) {
              target.put(0).put(Float.NaN);
            } else {
              ClassifiedExamples.super.putTarget(index, target);
            }
          }
        };
    assertThatThrownBy(() -> bytes(recipes.get(0), mislabelled))
        .isInstanceOf(BadInputException.class)
        .hasMessage("Training example 17 has a target of NaN, expected finite numbers.");
  }
}
