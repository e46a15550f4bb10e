package io.github.steelyard.engine.dl4j.architecture;

import io.github.steelyard.engine.data.Shape;
import io.github.steelyard.engine.training.Recipes;
import java.util.List;

class MlpArchitectureTest extends ArchitectureContract {
  private static final Shape FOUR = Shape.of(4);

  MlpArchitectureTest() {
    super(new MlpArchitecture(), Shape.of(12), 3);
  }

  @Override
  List<Worked> worked() {
    return List.of(
        // 784 x 32 + 32, 32 x 10 + 10
        new Worked(Recipes.plain("mlp", 32, 1), Shape.of(784), 10, 25_450),
        new Worked(Recipes.plain("mlp", 32, 1), Shape.of(1, 28, 28), 10, 25_450),
        // 4 x 3 + 3, 3 x 3 + 3, 3 x 2 + 2
        new Worked(Recipes.plain("mlp", 3, 2), FOUR, 2, 35),
        // Shortcuts of equal width cost nothing.
        new Worked(Recipes.plain("mlp", 3, 4), FOUR, 2, 59),
        new Worked(Recipes.residual("mlp", 3, 4), FOUR, 2, 59),
        // 4 x 3 without bias; gamma, beta, mean and variance of 3; 3 x 2 + 2
        new Worked(Recipes.normalized("mlp", 3, 1), FOUR, 2, 32));
  }

  @Override
  List<Refused> refused() {
    return List.of(
        new Refused(
            Recipes.residual("mlp", 3, 2),
            FOUR,
            "A residual mlp needs a depth of at least 3, a layer and a pair with a shortcut,"
                + " found 2."),
        new Refused(
            Recipes.plain("mlp", 3, 2),
            Shape.of(28, 28),
            "mlp takes examples [features] or [channels, height, width], found [28, 28]."),
        new Refused(
            Recipes.plain("mlp", 3, 2),
            Shape.of(Shape.ANY),
            "mlp takes examples [features] or [channels, height, width], found [?]."));
  }
}
