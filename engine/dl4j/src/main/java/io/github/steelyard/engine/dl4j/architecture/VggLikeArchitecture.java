package io.github.steelyard.engine.dl4j.architecture;

import com.google.auto.service.AutoService;
import io.github.steelyard.engine.data.Shape;
import io.github.steelyard.engine.dl4j.head.OutputHead;
import io.github.steelyard.engine.training.TrainingRecipe;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;

/**
 * A net after Simonyan and Zisserman 2015: {@code depth} convolutions of 3x3 in up to five blocks,
 * each ended by a pooling of 2x2, with {@code width} channels in the first block and twice as many
 * in each next one up to eight times; then two dense layers of 64 times {@code width} units with
 * dropout after each, then the output layer. A block has two convolutions; more than that stand in
 * the last three, up to four in one.
 *
 * <p>On images of 224x224x3 with 1,000 classes, width 64 and depth 13 make VGG-16, depth 16 makes
 * VGG-19: the published names count the three layers after the convolutions too.
 */
@AutoService(Architecture.class)
public final class VggLikeArchitecture implements Architecture {
  private static final int MOST_BLOCKS = 5;
  private static final int GROWING_BLOCKS = 3;
  private static final int DENSE_UNITS_PER_WIDTH = 64;

  @Override
  public String name() {
    return "vgg-like";
  }

  @Override
  public List<String> problems(TrainingRecipe recipe, Shape exampleShape) {
    List<String> problems = new ArrayList<>(Images.problems(name(), exampleShape));
    if (problems.isEmpty()) {
      int most = mostConvolutions(Math.min(MOST_BLOCKS, Images.halvings(exampleShape)));
      if (!(recipe.depth() >= 2 && recipe.depth() <= most)) {
        problems.add(
            "A vgg-like net on examples "
                + exampleShape
                + " has a depth of 2 to "
                + most
                + " convolutions, found "
                + recipe.depth()
                + ".");
      }
    }
    return problems;
  }

  @Override
  public ComputationGraphConfiguration configure(
      TrainingRecipe recipe, Shape exampleShape, OutputHead head, int outputs) {
    int blocks = Math.min(Math.min(MOST_BLOCKS, Images.halvings(exampleShape)), recipe.depth() / 2);
    return configure(
        recipe,
        exampleShape,
        head,
        outputs,
        IntStream.range(0, blocks)
            .map(block -> convolutions(recipe, blocks, block))
            .boxed()
            .toList());
  }

  /**
   * The same net with its convolutions given block by block, whatever the recipe's depth: VGG-11 is
   * {@code [1, 1, 2, 2, 2]} with width 64.
   *
   * @param convolutions of each block, at most as many blocks as height and width can be halved
   */
  public static ComputationGraphConfiguration configure(
      TrainingRecipe recipe,
      Shape exampleShape,
      OutputHead head,
      int outputs,
      List<Integer> convolutions) {
    LayerStack stack = new LayerStack(recipe, exampleShape);
    for (int block = 0; block < convolutions.size(); block++) {
      stack.convolutions(recipe.width() << Math.min(block, 3), convolutions.get(block));
      stack.pool();
    }
    stack.dense(DENSE_UNITS_PER_WIDTH * recipe.width());
    stack.denseAfterDropout(DENSE_UNITS_PER_WIDTH * recipe.width());
    return stack.finish(head, outputs);
  }

  /** Two, and this block's part of those beyond two for each: the last blocks come first. */
  private static int convolutions(TrainingRecipe recipe, int blocks, int block) {
    int growing = Math.min(GROWING_BLOCKS, blocks);
    int fromLast = blocks - 1 - block;
    int beyond = recipe.depth() - 2 * blocks;
    return fromLast >= growing ? 2 : 2 + (beyond + growing - 1 - fromLast) / growing;
  }

  private static int mostConvolutions(int blocks) {
    return 2 * blocks + 2 * Math.min(GROWING_BLOCKS, blocks);
  }
}
