package io.github.steelyard.reports.run.comparison;

import io.github.steelyard.engine.metric.estimate.PairedDifference;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * By how much two models differ in one value of one metric on the same examples, or why they are
 * not compared.
 *
 * @param found null for models that are not comparable
 * @param excluded examples that left the comparison because some compared model could not score
 *     them
 * @param reason why there is no difference, or no interval of it; null where there are both
 */
public record ComparisonRow(
    ComparedPair pair,
    @Nullable PairedDifference found,
    long excluded,
    Judgement judgement,
    @Nullable String reason)
    implements Serializable {
  public ComparisonRow {
    if ((found == null) != (judgement.verdict() == Verdict.NOT_COMPARABLE)) {
      throw new IllegalArgumentException(
          "Cannot call " + pair + " " + judgement.verdict() + " with the difference " + found);
    }
    if (found == null && reason == null) {
      throw new IllegalArgumentException("Cannot leave out why " + pair + " is not compared");
    }
  }

  /** Models that are not compared. */
  public static ComparisonRow notComparable(ComparedPair pair, String reason) {
    return new ComparisonRow(pair, null, 0, Judgement.without(Verdict.NOT_COMPARABLE), reason);
  }

  public Verdict verdict() {
    return judgement.verdict();
  }

  /** True for this value of this metric. */
  public boolean of(String metric, String aspect) {
    return found != null && found.metric().equals(metric) && found.aspect().equals(aspect);
  }
}
