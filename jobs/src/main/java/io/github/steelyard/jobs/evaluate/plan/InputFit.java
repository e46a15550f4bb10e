package io.github.steelyard.jobs.evaluate.plan;

import io.github.steelyard.datasets.batch.InputPreprocessors;
import io.github.steelyard.datasets.prepare.PreparedSplit;
import io.github.steelyard.engine.data.Shape;
import io.github.steelyard.engine.data.TensorSpec;
import io.github.steelyard.engine.problem.ModelException;
import io.github.steelyard.jobs.evaluate.unit.PlannedModel;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** Before anything is computed: do the data, preprocessed, fit a model? */
final class InputFit {
  private InputFit() {}

  /**
   * @throws ModelException when the model has other inputs than it is given, or of other shapes
   */
  static void check(PlannedModel model, PreparedSplit split) {
    Map<String, Shape> given =
        InputPreprocessors.compile(model.preprocessing(), split.type(), split.shape()).shapes();
    List<TensorSpec> inputs = model.profile().inputs();
    boolean unnamed = model.preprocessing().inputs().isEmpty();
    if (unnamed && inputs.size() != 1) {
      throw new ModelException(
          model.name(),
          "expected preprocessing with 'inputs', one for each of " + inputs + ". Found: none");
    }
    String name = model.preprocessing().input();
    if (unnamed && name != null && !name.equals(inputs.get(0).name())) {
      throw new ModelException(
          model.name(), "expected its input '" + inputs.get(0).name() + "'. Found: '" + name + "'");
    }
    Set<String> wanted = new LinkedHashSet<>();
    inputs.forEach(input -> wanted.add(input.name()));
    if (!unnamed && !wanted.equals(given.keySet())) {
      throw new ModelException(
          model.name(),
          "expected preprocessing for each of its inputs " + wanted + ". Found: " + given.keySet());
    }
    for (TensorSpec input : inputs) {
      Shape shape = unnamed ? given.values().iterator().next() : given.get(input.name());
      if (shape == null || !fits(input.shape(), shape)) {
        throw new ModelException(
            model.name(),
            "expects input "
                + (unnamed ? "" : "'" + input.name() + "' ")
                + input.shape()
                + ", the data set '"
                + split.dataset()
                + "' gives "
                + shape
                + " after its preprocessing");
      }
    }
  }

  private static boolean fits(Shape wanted, Shape given) {
    return wanted.rank() == given.rank()
        && IntStream.range(0, wanted.rank())
            .allMatch(i -> wanted.extent(i) == Shape.ANY || wanted.extent(i) == given.extent(i));
  }
}
