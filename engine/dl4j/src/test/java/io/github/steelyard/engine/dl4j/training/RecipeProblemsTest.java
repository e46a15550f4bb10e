package io.github.steelyard.engine.dl4j.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.steelyard.engine.data.Shape;
import io.github.steelyard.engine.training.TrainingRecipe;
import org.junit.jupiter.api.Test;

class RecipeProblemsTest {
  private final Dl4jModelTrainer trainer = new Dl4jModelTrainer();

  @Test
  void namesEveryAxisThatIsOutOfRange() {
    TrainingRecipe recipe =
        new TrainingRecipe("mlq", 0, 1001, -1, 0, 1, Double.NaN, 0, false, false, 1);
    assertThat(trainer.problems(recipe, Shape.of(4)))
        .containsExactly(
            "The width has to be >= 1 and <= 16384, found 0.",
            "The depth has to be >= 1 and <= 1000, found 1001.",
            "The number of examples has to be >= 0, found -1.",
            "The number of epochs has to be >= 1, found 0.",
            "The batch size has to be >= 1, found 0.",
            "The learning rate has to be a number > 0, found NaN.",
            "The dropout has to be >= 0 and < 1, found 1.0.",
            "Unknown architecture: 'mlq'. Known: mlp, plain-cnn, vgg-like.");
  }

  @Test
  void refusesToNormalizeASingleExample() {
    TrainingRecipe recipe = new TrainingRecipe("mlp", 4, 1, 0, 1, 1, 1e-3, 1, false, true, 0);
    assertThat(trainer.problems(recipe, Shape.of(4)))
        .containsExactly("Batch normalization needs a batch size of at least 2, found 1.");
  }

  @Test
  void asksTheArchitectureOnceTheAxesAreInRange() {
    TrainingRecipe recipe =
        new TrainingRecipe("vgg-like", 4, 2, 0, 1, 1, 1e-3, 16, false, false, 0);
    assertThat(trainer.problems(recipe, Shape.of(1, 28, 28))).isEmpty();
    assertThat(trainer.problems(recipe, Shape.of(784)))
        .containsExactly(
            "vgg-like takes images [channels, height, width] of at least 2 x 2 pixels, found"
                + " [784].");
  }
}
