package io.github.steelyard.engine.dl4j.architecture;

import com.google.auto.service.AutoService;
import io.github.steelyard.engine.data.Shape;
import io.github.steelyard.engine.dl4j.head.OutputHead;
import io.github.steelyard.engine.training.TrainingRecipe;
import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;

/**
 * A plain convolutional net: {@code depth} convolutions of 3x3 in up to three stages, each ended by
 * a pooling of 2x2, with {@code width} channels in the first stage and twice as many in each next
 * one; then the output layer. The convolutions are spread evenly, what is left over goes to the
 * last stages. With shortcuts it becomes a small residual net.
 */
@AutoService(Architecture.class)
public final class PlainCnnArchitecture implements Architecture {
  private static final int MOST_STAGES = 3;

  @Override
  public String name() {
    return "plain-cnn";
  }

  @Override
  public List<String> problems(TrainingRecipe recipe, Shape exampleShape) {
    List<String> problems = new ArrayList<>(Images.problems(name(), exampleShape));
    if (problems.isEmpty() && recipe.residual()) {
      int stages = stages(recipe, exampleShape);
      if (recipe.depth() < 2 * stages) {
        problems.add(
            "A residual plain-cnn needs two convolutions in each stage, a depth of at least "
                + 2 * stages
                + " here, found "
                + recipe.depth()
                + ".");
      }
    }
    return problems;
  }

  @Override
  public ComputationGraphConfiguration configure(
      TrainingRecipe recipe, Shape exampleShape, OutputHead head, int outputs) {
    LayerStack stack = new LayerStack(recipe, exampleShape);
    int stages = stages(recipe, exampleShape);
    int leftOver = recipe.depth() % stages;
    for (int stage = 0; stage < stages; stage++) {
      int convolutions = recipe.depth() / stages + (stage >= stages - leftOver ? 1 : 0);
      stack.convolutions(recipe.width() << stage, convolutions);
      stack.pool();
    }
    return stack.finish(head, outputs);
  }

  private static int stages(TrainingRecipe recipe, Shape image) {
    return Math.min(MOST_STAGES, Math.min(recipe.depth(), Images.halvings(image)));
  }
}
