package io.github.steelyard.jobs.evaluate.plan;

import io.github.steelyard.datasets.prepare.PreparedSplit;
import io.github.steelyard.datasets.shift.ShiftLevel;
import io.github.steelyard.datasets.shift.Shifts;
import io.github.steelyard.engine.data.LabelMap;
import io.github.steelyard.engine.metric.BinarySettings;
import io.github.steelyard.engine.problem.BadInputException;
import io.github.steelyard.engine.task.TaskSettings;
import io.github.steelyard.engine.task.Tasks;
import io.github.steelyard.jobs.evaluate.plan.EvaluationPlan.PlannedSplit;
import io.github.steelyard.jobs.evaluate.unit.Failures;
import io.github.steelyard.jobs.evaluate.unit.PlannedModel;
import io.github.steelyard.jobs.evaluate.unit.Unit;
import io.github.steelyard.jobs.suite.settings.Suite;
import io.github.steelyard.reports.run.unit.FailureRow;
import io.github.steelyard.reports.run.unit.FailureStage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The units of a plan: each model on each split, as it is and under each shift. */
final class PlannedUnits {
  private final Suite suite;
  private final EvaluateOptions options;
  private final List<PlannedModel> models;
  private final List<FailureRow> failures;
  private final List<Unit> units = new ArrayList<>();

  /**
   * @param failures where those of units and of shifts are added
   */
  PlannedUnits(
      Suite suite, EvaluateOptions options, List<PlannedModel> models, List<FailureRow> failures) {
    this.suite = suite;
    this.options = options;
    this.models = models;
    this.failures = failures;
  }

  /**
   * Adds the units of a split.
   *
   * @param labels the models' classes
   * @param labelled whether the split's own labels are of them; else its inputs stay as they are
   */
  void add(PlannedSplit split, LabelMap labels, boolean labelled) {
    List<@Nullable ShiftLevel> levels = labelled ? levels(split) : Collections.singletonList(null);
    PositiveClass.of(
        suite,
        split,
        labels,
        labelled,
        failures,
        binary -> {
          for (PlannedModel model : models) {
            try {
              for (ShiftLevel level : levels) {
                units.add(unit(split, level, model, labels, labelled, binary));
              }
            } catch (RuntimeException e) {
              failures.add(
                  Failures.ofUnit(
                      model.name(),
                      split.dataset().spec().name(),
                      split.spec().name(),
                      FailureStage.PLAN,
                      e));
            }
          }
        });
  }

  List<Unit> units() {
    return units;
  }

  /**
   * The inputs as they are, and each shift that they can go through; others that are named fail.
   */
  private List<@Nullable ShiftLevel> levels(PlannedSplit planned) {
    PreparedSplit split = planned.prepared();
    List<@Nullable ShiftLevel> levels = new ArrayList<>();
    levels.add(null);
    Set<String> refused = new HashSet<>();
    for (ShiftLevel level : suite.evaluate().shifts().of(planned.dataset(), split.split())) {
      Optional<String> refusal = Shifts.named(level.shift()).refusal(split.type(), split.shape());
      if (refusal.isEmpty()) {
        levels.add(level);
      } else if (suite.evaluate().shifts().named().contains(level.shift())
          && refused.add(level.shift())) {
        failures.add(
            Failures.ofSplit(
                split.dataset(),
                split.split(),
                new BadInputException(
                    "Shift '"
                        + level.shift()
                        + "' on "
                        + planned.name()
                        + ": "
                        + refusal.orElseThrow())));
      }
    }
    return levels;
  }

  private Unit unit(
      PlannedSplit planned,
      @Nullable ShiftLevel shift,
      PlannedModel model,
      LabelMap labels,
      boolean labelled,
      @Nullable BinarySettings binary) {
    PreparedSplit split = planned.prepared();
    InputFit.check(model, split);
    TaskSettings settings =
        new TaskSettings(
            labels,
            model.entry().outputs(),
            model.entry().outputIndices(labels),
            suite.evaluate().allScores(),
            model.staged().placement().precision(),
            labelled);
    PredictionKey key = PredictionKey.of(model, split, shift, Tasks.named(suite.task()), settings);
    return new Unit(
        model,
        split,
        shift,
        planned.clusterBy().isPresent(),
        suite.task(),
        settings,
        key.hash(),
        options.out() + "/predictions/" + key.hash(),
        suite.evaluate().metrics(),
        binary);
  }
}
