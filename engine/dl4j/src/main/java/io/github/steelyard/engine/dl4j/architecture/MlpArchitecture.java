package io.github.steelyard.engine.dl4j.architecture;

import com.google.auto.service.AutoService;
import io.github.steelyard.engine.data.Shape;
import io.github.steelyard.engine.dl4j.head.OutputHead;
import io.github.steelyard.engine.training.TrainingRecipe;
import java.util.List;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;

/**
 * A multilayer perceptron: {@code depth} hidden layers of {@code width} rectified units each, then
 * the output layer. Images are flattened inside the network. With shortcuts, the hidden layers
 * after the first stand in pairs, each pair with a shortcut around it; one that is left over has
 * none.
 */
@AutoService(Architecture.class)
public final class MlpArchitecture implements Architecture {
  private static final int LEAST_RESIDUAL_DEPTH = 3;

  @Override
  public String name() {
    return "mlp";
  }

  @Override
  public List<String> problems(TrainingRecipe recipe, Shape exampleShape) {
    if (!((exampleShape.rank() == 1 || exampleShape.rank() == 3)
        && exampleShape.fixed()
        && exampleShape.elements() >= 1)) {
      return List.of(
          "mlp takes examples [features] or [channels, height, width], found "
              + exampleShape
              + ".");
    }
    if (recipe.residual() && recipe.depth() < LEAST_RESIDUAL_DEPTH) {
      return List.of(
          "A residual mlp needs a depth of at least 3, a layer and a pair with a shortcut, found "
              + recipe.depth()
              + ".");
    }
    return List.of();
  }

  @Override
  public ComputationGraphConfiguration configure(
      TrainingRecipe recipe, Shape exampleShape, OutputHead head, int outputs) {
    LayerStack stack = new LayerStack(recipe, exampleShape);
    stack.dense(recipe.width());
    int left = recipe.depth() - 1;
    for (; recipe.residual() && left >= 2; left -= 2) {
      stack.denseBlock(recipe.width());
    }
    for (; left >= 1; left--) {
      stack.dense(recipe.width());
    }
    return stack.finish(head, outputs);
  }
}
