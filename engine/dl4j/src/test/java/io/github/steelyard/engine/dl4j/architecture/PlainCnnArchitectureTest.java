package io.github.steelyard.engine.dl4j.architecture;

import io.github.steelyard.engine.data.Shape;
import io.github.steelyard.engine.training.Recipes;
import java.util.List;

class PlainCnnArchitectureTest extends ArchitectureContract {
  private static final Shape TINY = Shape.of(1, 8, 8);

  PlainCnnArchitectureTest() {
    super(new PlainCnnArchitecture(), Shape.of(2, 9, 8), 6);
  }

  @Override
  List<Worked> worked() {
    return List.of(
        // 3x3 convolutions 1 to 8 (80), 8 to 16 (1,168), 16 to 32 (4,640); 3 x 3 x 32 x 10 + 10
        new Worked(Recipes.plain("plain-cnn", 8, 3), Shape.of(1, 28, 28), 10, 8_778),
        // 3 to 4 (112), 4 to 8 (296), 8 to 16 (1,168), 16 to 16 (2,320); 4 x 4 x 16 x 2 + 2
        new Worked(Recipes.plain("plain-cnn", 4, 4), Shape.of(3, 32, 32), 2, 4_410),
        // One stage: 1 to 2 (20); 4 x 4 x 2 x 2 + 2
        new Worked(Recipes.plain("plain-cnn", 2, 1), TINY, 2, 86),
        // 20 + 38 and a projection of 4, 76 + 148 and 12, 296 + 584 and 40; 8 x 2 + 2
        new Worked(Recipes.residual("plain-cnn", 2, 6), TINY, 2, 1_236),
        // 18 and 4 x 2, 72 and 4 x 4, 288 and 4 x 8; 8 x 2 + 2
        new Worked(Recipes.normalized("plain-cnn", 2, 3), TINY, 2, 452));
  }

  @Override
  List<Refused> refused() {
    return List.of(
        new Refused(
            Recipes.residual("plain-cnn", 2, 5),
            TINY,
            "A residual plain-cnn needs two convolutions in each stage, a depth of at least 6"
                + " here, found 5."),
        new Refused(
            Recipes.plain("plain-cnn", 2, 3),
            Shape.of(784),
            "plain-cnn takes images [channels, height, width] of at least 2 x 2 pixels, found"
                + " [784]."),
        new Refused(
            Recipes.plain("plain-cnn", 2, 3),
            Shape.of(1, 1, 28),
            "plain-cnn takes images [channels, height, width] of at least 2 x 2 pixels, found"
                + " [1, 1, 28]."));
  }
}
