package io.github.steelyard.jobs.contamination;

import io.github.steelyard.datasets.prepare.PreparedSplit;
import io.github.steelyard.datasets.slice.DefinedSlices;
import io.github.steelyard.engine.problem.DataException;
import io.github.steelyard.engine.problem.Sentences;
import io.github.steelyard.reports.run.suspicion.ContaminationKind;
import io.github.steelyard.reports.run.suspicion.ContaminationRow;
import io.github.steelyard.reports.run.suspicion.DuplicateRow;
import io.github.steelyard.reports.run.unit.FailureRow;
import io.github.steelyard.reports.run.unit.FailureStage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was found in splits that were held against training splits. */
public final class Contamination {
  /** Of a split and a kind; the count of all stands in its row. */
  static final int MOST_PAIRS = 10_000;

  /** One kind of likeness in one split. */
  record Look(ContaminationKind kind, String method, Matches matches) {}

  private final List<ContaminationRow> rows = new ArrayList<>();
  private final List<DuplicateRow> pairs = new ArrayList<>();
  private final List<FailureRow> failures = new ArrayList<>();

  /** By the split's folder: data sets of the same contents share one. */
  private final Map<String, Sliced> slices = new LinkedHashMap<>();

  /** A split with its slices. */
  private record Sliced(PreparedSplit split, ContaminationSlice slice) {}

  void add(CheckedSplit checked, List<Look> looks) {
    PreparedSplit split = checked.split();
    ContaminationSlice slice =
        slices
            .computeIfAbsent(split.folder(), any -> new Sliced(split, new ContaminationSlice()))
            .slice();
    for (Look look : looks) {
      slice.add(look.kind(), look.matches().firstTrain().keySet());
      rows.add(row(checked, look));
      look.matches().firstTrain().entrySet().stream()
          .limit(MOST_PAIRS)
          .map(
              pair ->
                  new DuplicateRow(
                      split.dataset(),
                      split.split(),
                      checked.train().split(),
                      look.kind(),
                      pair.getKey(),
                      pair.getValue()))
          .forEach(pairs::add);
    }
  }

  private static ContaminationRow row(CheckedSplit checked, Look look) {
    return new ContaminationRow(
        checked.split().dataset(),
        checked.split().split(),
        checked.train().split(),
        look.kind(),
        look.method(),
        checked.split().examples(),
        checked.train().examples(),
        look.matches().firstTrain().size(),
        look.matches().skipped());
  }

  void fail(CheckedSplit checked, Exception problem) {
    fail(checked.split(), problem);
  }

  private void fail(PreparedSplit split, Exception problem) {
    failures.add(
        new FailureRow(
            null,
            split.dataset(),
            split.split(),
            null,
            FailureStage.SCORE,
            Sentences.of(problem),
            problem.getClass().getName()));
  }

  /** Gives each split that was looked at its slices; one that has such slices already fails. */
  public Contamination mark(DefinedSlices defined) {
    for (Sliced sliced : slices.values()) {
      try {
        defined.add(sliced.split(), sliced.slice());
      } catch (DataException e) {
        fail(sliced.split(), e);
      }
    }
    return this;
  }

  public List<ContaminationRow> rows() {
    return List.copyOf(rows);
  }

  public List<DuplicateRow> pairs() {
    return List.copyOf(pairs);
  }

  public List<FailureRow> failures() {
    return List.copyOf(failures);
  }
}
