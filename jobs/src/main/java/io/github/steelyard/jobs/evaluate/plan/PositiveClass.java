package io.github.steelyard.jobs.evaluate.plan;

import io.github.steelyard.engine.data.LabelMap;
import io.github.steelyard.engine.metric.BinarySettings;
import io.github.steelyard.engine.problem.DataException;
import io.github.steelyard.jobs.evaluate.plan.EvaluationPlan.PlannedSplit;
import io.github.steelyard.jobs.evaluate.unit.Failures;
import io.github.steelyard.jobs.suite.settings.BinaryChoice;
import io.github.steelyard.jobs.suite.settings.Suite;
import io.github.steelyard.reports.run.unit.FailureRow;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Which class of a split is the positive one. */
public final class PositiveClass {
  private PositiveClass() {}

  /**
   * Goes on with the split's settings, null where none is the positive class; where the suite's do
   * not fit its classes, that is a failure of the split.
   *
   * @param labels that models answer with
   * @param labelled whether the examples' own labels are such classes; else nothing is asked
   */
  public static void of(
      Suite suite,
      PlannedSplit split,
      LabelMap labels,
      boolean labelled,
      List<FailureRow> failures,
      Consumer<@Nullable BinarySettings> further) {
    BinarySettings settings = null;
    if (labelled) {
      BinaryChoice choice = suite.evaluate().binary();
      try {
        settings = BinaryChoice.of(choice, labels, split.name()).orElse(null);
      } catch (DataException e) {
        failures.add(Failures.ofSplit(split.prepared().dataset(), split.prepared().split(), e));
        return;
      }
    }
    further.accept(settings);
  }
}
