package io.github.steelyard.reports.comparison;

import io.github.steelyard.reports.run.comparison.RobustnessRow;
import io.github.steelyard.reports.run.quality.MetricRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How models bear what is done to their inputs, from the errors of a run: a metric where lower is
 * better, or 1 less it, as 1 - accuracy.
 *
 * <p>With E the error at severities s of a shift c, and E(clean) the one on the inputs as they are
 * (Hendrycks and Dietterich 2019): the corruption error is the model's sum of E(c, s) over s,
 * divided by the baseline's; the relative one sums E(c, s) - E(clean) instead; mCE and relative mCE
 * are their means over ImageNet-C's fifteen shifts, each at all five severities.
 */
public final class Robustness {
  static final String MEAN_ERROR = "mean-error";
  static final String ERROR_INCREASE = "error-increase";
  static final String CORRUPTION_ERROR = "corruption-error";
  static final String RELATIVE_CORRUPTION_ERROR = "relative-corruption-error";
  static final String EFFECTIVE_ROBUSTNESS = "effective-robustness";

  private static final int IMAGENET_C_CELLS = 15 * 5;
  private static final String NO_BASELINE = "the suite names no baseline";

  private final @Nullable String baseline;
  private final List<RobustnessRow> rows = new ArrayList<>();

  private Robustness(@Nullable String baseline) {
    this.baseline = baseline;
  }

  /**
   * The rows of all models on all splits whose inputs were shifted.
   *
   * @param metrics of a run, in any order
   * @param metric the id of the one that tells errors
   * @param baseline the model that corruption errors are shares of, or null for none
   */
  public static List<RobustnessRow> of(
      List<MetricRow> metrics, String metric, @Nullable String baseline) {
    Robustness robustness = new Robustness(baseline);
    ErrorGrid.of(metrics, metric).forEach(robustness::place);
    return robustness.rows;
  }

  private void place(ErrorGrid.Place place, NavigableMap<String, ErrorGrid> models) {
    Map<String, Double> residuals = EffectiveRobustness.of(models);
    ErrorGrid base = baseline == null ? null : models.get(baseline);
    models.forEach(
        (model, grid) -> {
          for (String shift : grid.shifts()) {
            Set<ErrorGrid.Cell> cells = grid.cells(shift);
            errors(place, model, shift, grid, cells);
            add(place, model, shift, CORRUPTION_ERROR, share(grid, base, cells, false), cells);
            add(
                place,
                model,
                shift,
                RELATIVE_CORRUPTION_ERROR,
                share(grid, base, cells, true),
                cells);
          }
          errors(place, model, null, grid, grid.cells());
          Set<ErrorGrid.Cell> published = grid.imageNetC();
          add(place, model, null, CORRUPTION_ERROR, mean(grid, base, false), published);
          add(place, model, null, RELATIVE_CORRUPTION_ERROR, mean(grid, base, true), published);
          Double residual = residuals.get(model);
          add(
              place,
              model,
              null,
              EFFECTIVE_ROBUSTNESS,
              residual == null
                  ? Outcome.undefined(EffectiveRobustness.NEEDS)
                  : Outcome.of(residual),
              grid.cells());
        });
  }

  private void errors(
      ErrorGrid.Place place,
      String model,
      @Nullable String shift,
      ErrorGrid grid,
      Set<ErrorGrid.Cell> cells) {
    Double mean = grid.mean(cells);
    Double clean = grid.clean();
    Outcome error =
        mean == null ? Outcome.undefined("the error is undefined in some cell") : Outcome.of(mean);
    add(place, model, shift, MEAN_ERROR, error, cells);
    Outcome increase =
        mean == null || clean == null
            ? Outcome.undefined("the error is undefined in some cell, or without the shift")
            : Outcome.of(mean - clean);
    add(place, model, shift, ERROR_INCREASE, increase, cells);
  }

  /** A number or the reason why there is none. */
  private record Outcome(@Nullable Double value, @Nullable String reason) {
    static Outcome of(double value) {
      return new Outcome(value, null);
    }

    static Outcome undefined(String reason) {
      return new Outcome(null, reason);
    }
  }

  private static Outcome share(
      ErrorGrid grid, @Nullable ErrorGrid base, Set<ErrorGrid.Cell> cells, boolean relative) {
    if (base == null) {
      return Outcome.undefined(NO_BASELINE + " that was evaluated here");
    }
    Double above = grid.sum(cells, relative);
    Double below = base.sum(cells, relative);
    if (above == null || below == null) {
      return Outcome.undefined("the error of the model or of the baseline is undefined");
    }
    return below > 0
        ? Outcome.of(above / below)
        : Outcome.undefined("the baseline's errors do not add up to more than 0");
  }

  /** The mean of the shares of ImageNet-C's shifts. */
  private static Outcome mean(ErrorGrid grid, @Nullable ErrorGrid base, boolean relative) {
    if (grid.imageNetC().size() != IMAGENET_C_CELLS) {
      return Outcome.undefined(
          "it needs ImageNet-C's 15 shifts at 5 severities each, the suite has "
              + grid.imageNetC().size()
              + " of 75");
    }
    double sum = 0;
    Set<String> shifts = new TreeSet<>();
    grid.imageNetC().forEach(cell -> shifts.add(cell.shift()));
    for (String shift : shifts) {
      Outcome share = share(grid, base, grid.cells(shift), relative);
      Double value = share.value();
      if (value == null) {
        return share;
      }
      sum += value;
    }
    return Outcome.of(sum / shifts.size());
  }

  private void add(
      ErrorGrid.Place place,
      String model,
      @Nullable String shift,
      String measure,
      Outcome outcome,
      Set<ErrorGrid.Cell> cells) {
    boolean against = measure.endsWith(CORRUPTION_ERROR);
    rows.add(
        new RobustnessRow(
            model,
            place.dataset(),
            place.split(),
            shift,
            measure,
            outcome.value(),
            outcome.reason(),
            against ? baseline : null,
            cells.size()));
  }
}
