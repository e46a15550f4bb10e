package io.github.steelyard.engine.dl4j.blocked;

import io.github.steelyard.engine.data.Shape;
import io.github.steelyard.engine.dl4j.blocked.plan.Eltwise;
import io.github.steelyard.engine.dl4j.blocked.plan.OneDnn;
import io.github.steelyard.engine.dl4j.blocked.recipe.Group;
import io.github.steelyard.engine.dl4j.blocked.recipe.Recipe;
import io.github.steelyard.engine.dl4j.blocked.recipe.Recipes;
import io.github.steelyard.engine.dl4j.forward.check.Difference;
import io.github.steelyard.engine.dl4j.forward.program.Operand;
import io.github.steelyard.engine.dl4j.forward.program.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds recipes against libnd4j's own code, on a few seeded examples and with the layer's own
 * parameters; layers of one kind and shape are checked once.
 */
final class BlockedCheck {
  private static final Logger LOG = LoggerFactory.getLogger(BlockedCheck.class);

  private record Kind(
      Recipe recipe,
      List<Shape> shapes,
      List<Long> integers,
      List<Double> numbers,
      @Nullable Eltwise eltwise) {}

  private final OneDnn oneDnn;
  private final List<String> notes;
  private final Map<Kind, Double> seen = new HashMap<>();

  BlockedCheck(OneDnn oneDnn, List<String> notes) {
    this.oneDnn = oneDnn;
    this.notes = notes;
  }

  /** The recipe, or the plain one where the results differ by more than is allowed. */
  Recipe agreeing(Group group, Recipe recipe) {
    if (recipe == Recipes.plain()) {
      return recipe;
    }
    double difference =
        seen.computeIfAbsent(
            kind(group, recipe),
            unused -> new BlockedTrial(oneDnn, recipe).difference(group).relative());
    if (difference <= Difference.TOLERANCE) {
      return recipe;
    }
    String note =
        String.format(
            Locale.ROOT,
            "layer '%s': in oneDNN's own format its %s differs by %.2g from the built-in one:"
                + " it runs in plain order instead",
            group.layer().layer(),
            group.layer().name(),
            difference);
    notes.add(note);
    LOG.warn(note);
    return Recipes.plain();
  }

  private static Kind kind(Group group, Recipe recipe) {
    List<Shape> shapes = new ArrayList<>();
    for (Operand operand : group.layer().operands()) {
      shapes.add(
          operand instanceof Operand.Constant constant
              ? Shape.of(constant.array().shape())
              : ((Value) operand).shape());
    }
    return new Kind(
        recipe, shapes, group.layer().integers(), group.layer().numbers(), group.eltwise());
  }
}
