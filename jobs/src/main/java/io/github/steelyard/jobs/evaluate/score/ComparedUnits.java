package io.github.steelyard.jobs.evaluate.score;

import io.github.steelyard.datasets.prepare.PreparedSplit;
import io.github.steelyard.datasets.slice.DefinedSlices;
import io.github.steelyard.engine.metric.scorecard.Scorecard;
import io.github.steelyard.engine.task.Task;
import io.github.steelyard.engine.task.Tasks;
import io.github.steelyard.jobs.compare.CompareStage;
import io.github.steelyard.jobs.compare.ComparedUnit;
import io.github.steelyard.jobs.evaluate.unit.Unit;
import io.github.steelyard.jobs.evaluate.unit.UnitOutcome;
import io.github.steelyard.reports.comparison.EvaluatedData;
import io.github.steelyard.reports.run.unit.BinaryDecision;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The units of a run as a comparison wants them. */
public final class ComparedUnits {
  private final @Nullable Long limit;
  private final DefinedSlices slices;

  /**
   * @param limit the most examples of a split that were asked for, or null for all
   * @param slices that the suite defines
   */
  public ComparedUnits(@Nullable Long limit, DefinedSlices slices) {
    this.limit = limit;
    this.slices = slices;
  }

  /**
   * All units: those with a scorecard can be compared, with the others nothing can.
   *
   * @param complete the units that were scored
   * @param scorecards one for each of them, in the same order
   * @param failed the other units
   */
  public List<CompareStage.Candidate> of(
      List<UnitOutcome> complete, List<Scorecard> scorecards, List<UnitOutcome> failed) {
    List<CompareStage.Candidate> candidates = new ArrayList<>();
    for (int i = 0; i < complete.size(); i++) {
      candidates.add(new CompareStage.Candidate(unit(complete.get(i).unit()), scorecards.get(i)));
    }
    failed.forEach(
        outcome -> candidates.add(new CompareStage.Candidate(unit(outcome.unit()), null)));
    return candidates;
  }

  private ComparedUnit unit(Unit unit) {
    PreparedSplit split = unit.split();
    Task task = Tasks.named(unit.task());
    BinaryDecision decision = unit.decision();
    EvaluatedData data =
        new EvaluatedData(
            split.dataset(),
            split.split(),
            split.fingerprint(),
            split.labels(),
            unit.shift() == null ? null : unit.shift() + ", version " + unit.shift().version(),
            task.name() + " " + task.version(),
            split.examples(),
            limit,
            decision == null ? null : decision.text());
    return new ComparedUnit(
        unit.model().name(),
        unit.model().parameters(),
        split,
        unit.applied(),
        data,
        unit.task(),
        unit.metrics(),
        ScoreStage.settings(unit),
        split.exampleColumns(),
        slices.of(split),
        task.outcomeColumns(unit.settings()),
        unit.folder());
  }
}
