package io.github.steelyard.jobs.evaluate.plan;

import io.github.steelyard.datasets.prepare.PreparedSplit;
import io.github.steelyard.engine.problem.DataException;
import io.github.steelyard.jobs.evaluate.unit.Failures;
import io.github.steelyard.jobs.suite.settings.SuiteRelative;
import io.github.steelyard.reports.run.generalization.Relative;
import io.github.steelyard.reports.run.unit.FailureRow;
import java.util.ArrayList;
import java.util.List;

/** The splits of a run that stand for other domains. */
public final class Relatives {
  private Relatives() {}

  /**
   * Those whose labels are their origin's; the others fail.
   *
   * @param splits that could be prepared: where the origin could not be, that is said already
   */
  public static List<Relative> of(
      List<SuiteRelative> declared, List<PreparedSplit> splits, List<FailureRow> failures) {
    List<Relative> relatives = new ArrayList<>();
    for (SuiteRelative one : declared) {
      for (PreparedSplit origin : splits) {
        if (is(origin, one.originDataset()) && origin.split().equals(one.originSplit())) {
          for (PreparedSplit split : splits) {
            if (is(split, one.dataset())) {
              add(split, origin, relatives, failures);
            }
          }
        }
      }
    }
    return relatives;
  }

  private static boolean is(PreparedSplit split, String dataset) {
    return split.dataset().equals(dataset);
  }

  private static void add(
      PreparedSplit split,
      PreparedSplit origin,
      List<Relative> relatives,
      List<FailureRow> failures) {
    if (split.labels().equals(origin.labels())) {
      relatives.add(new Relative(split.dataset(), split.split(), origin.dataset(), origin.split()));
      return;
    }
    failures.add(
        Failures.ofSplit(
            split.dataset(),
            split.split(),
            new DataException(
                split.dataset() + "/" + split.split(),
                "as a relative of "
                    + origin.dataset()
                    + "/"
                    + origin.split()
                    + " expected its labels in their order, "
                    + String.join(", ", origin.labels().names())
                    + ". Found: "
                    + String.join(", ", split.labels().names()))));
  }
}
