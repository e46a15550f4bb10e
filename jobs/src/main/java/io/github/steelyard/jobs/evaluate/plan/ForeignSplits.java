package io.github.steelyard.jobs.evaluate.plan;

import io.github.steelyard.datasets.prepare.PreparedSplit;
import io.github.steelyard.engine.data.LabelMap;
import io.github.steelyard.engine.problem.DataException;
import io.github.steelyard.jobs.evaluate.plan.EvaluationPlan.PlannedSplit;
import io.github.steelyard.jobs.evaluate.unit.Failures;
import io.github.steelyard.jobs.suite.settings.SuiteRelative;
import io.github.steelyard.reports.run.generalization.Relative;
import io.github.steelyard.reports.run.unit.FailureRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The splits of a run whose examples are of none of the models' classes: models answer them with
 * the classes of the split that they are foreign to, and their own labels mean nothing.
 */
public final class ForeignSplits {
  private final Map<String, SuiteRelative> declared = new HashMap<>();
  private final List<PlannedSplit> splits;

  /**
   * @param foreign what a suite declares
   * @param splits that are prepared, foreign ones and others
   */
  public ForeignSplits(List<SuiteRelative> foreign, List<PlannedSplit> splits) {
    foreign.forEach(one -> declared.put(one.dataset(), one));
    this.splits = List.copyOf(splits);
  }

  public boolean isForeign(PlannedSplit split) {
    return declared.containsKey(split.prepared().dataset());
  }

  /** Those that models know the classes of. */
  public List<PreparedSplit> own() {
    return splits.stream().filter(split -> !isForeign(split)).map(PlannedSplit::prepared).toList();
  }

  /** The foreign splits whose origin is prepared, too, each with it. */
  public List<Relative> relatives() {
    List<Relative> relatives = new ArrayList<>();
    for (PlannedSplit split : splits) {
      origin(split)
          .ifPresent(
              origin ->
                  relatives.add(
                      new Relative(
                          split.prepared().dataset(),
                          split.prepared().split(),
                          origin.dataset(),
                          origin.split())));
    }
    return relatives;
  }

  /** The classes that models answer with, of every split but a foreign one whose origin lacks. */
  public Optional<LabelMap> labels(PlannedSplit split) {
    return isForeign(split)
        ? origin(split).map(PreparedSplit::labels)
        : Optional.of(split.prepared().labels());
  }

  /** Of a foreign split. */
  private Optional<PreparedSplit> origin(PlannedSplit split) {
    return Optional.ofNullable(declared.get(split.prepared().dataset()))
        .flatMap(
            one ->
                splits.stream()
                    .map(PlannedSplit::prepared)
                    .filter(other -> other.dataset().equals(one.originDataset()))
                    .filter(other -> other.split().equals(one.originSplit()))
                    .findFirst());
  }

  /** What a plan says of a foreign split whose origin is not prepared yet. */
  String waiting(PlannedSplit split) {
    return "%s: waits for %s, which it is foreign to: models answer with its classes"
        .formatted(split.name(), originName(split));
  }

  private String originName(PlannedSplit split) {
    SuiteRelative one = declared.get(split.prepared().dataset());
    return one == null ? "" : one.originDataset() + "/" + one.originSplit();
  }

  /** What is wrong with a foreign split whose origin could not be prepared. */
  public FailureRow withoutOrigin(PlannedSplit split) {
    String dataset = split.prepared().dataset();
    return Failures.ofSplit(
        dataset,
        split.prepared().split(),
        new DataException(
            split.name(),
            "is foreign to "
                + originName(split)
                + ", expected that one to be prepared: models answer with its classes"));
  }
}
