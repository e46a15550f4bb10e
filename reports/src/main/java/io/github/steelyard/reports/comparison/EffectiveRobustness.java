package io.github.steelyard.reports.comparison;

import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import org.hipparchus.analysis.function.Logit;
import org.hipparchus.analysis.function.Sigmoid;
import org.hipparchus.stat.regression.SimpleRegression;

/**
 * What a model keeps under shifts beyond what its accuracy without them foretells: the residual
 * from a straight line through all models' accuracies in logits (Taori et al. 2020, "Measuring
 * Robustness to Natural Distribution Shifts in Image Classification"; Miller et al. 2021, "Accuracy
 * on the Line").
 */
final class EffectiveRobustness {
  static final String NEEDS =
      "it needs at least 3 models of different accuracy, all above 0 and below 1";

  private static final int LEAST_MODELS = 3;

  private EffectiveRobustness() {}

  /** Accuracy less the one foretold, by model; empty where no line can be drawn. */
  static Map<String, Double> of(NavigableMap<String, ErrorGrid> models) {
    SimpleRegression line = new SimpleRegression();
    Logit logit = new Logit();
    Map<String, double[]> points = new HashMap<>();
    models.forEach(
        (model, grid) -> {
          Double clean = grid.clean();
          Double shifted = grid.mean(grid.cells());
          if (grid.complement()
              && clean != null
              && shifted != null
              && inside(clean)
              && inside(shifted)) {
            double[] point = {logit.value(1 - clean), logit.value(1 - shifted)};
            points.put(model, point);
            line.addData(point[0], point[1]);
          }
        });
    Map<String, Double> residuals = new HashMap<>();
    if (points.size() < LEAST_MODELS || !(line.getXSumSquares() > 0)) {
      return residuals;
    }
    Sigmoid accuracy = new Sigmoid();
    points.forEach(
        (model, point) ->
            residuals.put(
                model, accuracy.value(point[1]) - accuracy.value(line.predict(point[0]))));
    return residuals;
  }

  private static boolean inside(double error) {
    return error > 0 && error < 1;
  }
}
