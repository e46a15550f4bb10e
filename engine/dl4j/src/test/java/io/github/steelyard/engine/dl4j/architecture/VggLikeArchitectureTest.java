package io.github.steelyard.engine.dl4j.architecture;

import io.github.steelyard.engine.data.Shape;
import io.github.steelyard.engine.training.Recipes;
import java.util.List;

class VggLikeArchitectureTest extends ArchitectureContract {
  private static final Shape IMAGENET = Shape.of(3, 224, 224);
  private static final Shape DIGIT = Shape.of(1, 28, 28);

  VggLikeArchitectureTest() {
    super(new VggLikeArchitecture(), Shape.of(1, 8, 9), 6);
  }

  @Override
  List<Worked> worked() {
    return List.of(
        // Published: Simonyan and Zisserman 2015, as torchvision and Keras count them.
        new Worked(Recipes.plain("vgg-like", 64, 13), IMAGENET, 1000, 138_357_544),
        new Worked(Recipes.plain("vgg-like", 64, 16), IMAGENET, 1000, 143_667_240),
        // Pairs of convolutions: 80 + 584, 1,168 + 2,320, 4,640 + 9,248, 18,496 + 36,928; dense
        // 64 x 512 + 512, 512 x 512 + 512; 512 x 10 + 10
        new Worked(Recipes.plain("vgg-like", 8, 8), DIGIT, 10, 374_530),
        // Three convolutions of 1 to 1 (10 each); dense 14 x 14 x 64 + 64, 64 x 64 + 64; 64 x 2 + 2
        new Worked(Recipes.plain("vgg-like", 1, 3), DIGIT, 2, 16_928),
        // 1 to 1, 1 to 1 and no projection; dense 64 + 64 for 2x2 pixels, 4,160, 130
        new Worked(Recipes.residual("vgg-like", 1, 2), Shape.of(1, 2, 2), 2, 4_438));
  }

  @Override
  List<Refused> refused() {
    return List.of(
        new Refused(
            Recipes.plain("vgg-like", 8, 1),
            DIGIT,
            "A vgg-like net on examples [1, 28, 28] has a depth of 2 to 14 convolutions, found 1."),
        new Refused(
            Recipes.plain("vgg-like", 8, 15),
            DIGIT,
            "A vgg-like net on examples [1, 28, 28] has a depth of 2 to 14 convolutions, found"
                + " 15."),
        new Refused(
            Recipes.plain("vgg-like", 8, 8),
            Shape.of(784),
            "vgg-like takes images [channels, height, width] of at least 2 x 2 pixels, found"
                + " [784]."));
  }
}
