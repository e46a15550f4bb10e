package io.github.steelyard.engine.metric.estimate;

import io.github.steelyard.engine.statistics.DiscordantPairs;
import io.github.steelyard.engine.statistics.McNemar;
import io.github.steelyard.engine.statistics.Tango;
import io.github.steelyard.engine.statistics.Uncertainty;
import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * By how much one model's value exceeds another one's on the same examples.
 *
 * @param metric the metric's id
 * @param aspect which of its values; empty where there is but one
 * @param first the one model's value; null where undefined
 * @param second the other's
 * @param undefined why there is no difference; null where there is one
 * @param uncertainty of the difference: an interval, or why there is none
 * @param standardError of the difference; null where it is not known
 * @param pValue two-sided, that the models do not differ; null where it is not known. McNemar's
 *     mid-p where hits were {@linkplain #counted counted}, else of Student's t
 * @param exactPValue McNemar's exact one; null where hits were not counted
 * @param proportion whether the value is a share of independent examples that count once each
 * @param discordant hits of one model alone; null where they were not counted
 * @param examples that both models could score
 */
public record PairedDifference(
    String metric,
    String aspect,
    @Nullable Double first,
    @Nullable Double second,
    @Nullable String undefined,
    Uncertainty uncertainty,
    @Nullable Double standardError,
    @Nullable Double pValue,
    @Nullable Double exactPValue,
    boolean proportion,
    @Nullable DiscordantPairs discordant,
    long examples)
    implements Serializable {

  /** {@code first - second}, or null where it is undefined. */
  public @Nullable Double difference() {
    return undefined == null
        ? Double.valueOf(Objects.requireNonNull(first) - Objects.requireNonNull(second))
        : null;
  }

  /**
   * The same with the examples on which one model alone is right. Where the value is a share of
   * independent examples that count once each, they decide alone: Tango's interval and McNemar's
   * test hold for few of them, where a jackknife does not. Elsewhere they are told, no more.
   */
  public PairedDifference counted(DiscordantPairs pairs, double confidence) {
    boolean alone = proportion && undefined == null;
    return new PairedDifference(
        metric,
        aspect,
        first,
        second,
        undefined,
        alone ? Uncertainty.of(Tango.interval(pairs, confidence)) : uncertainty,
        alone ? null : standardError,
        alone ? Double.valueOf(McNemar.midP(pairs)) : pValue,
        alone ? Double.valueOf(McNemar.exact(pairs)) : null,
        proportion,
        pairs,
        examples);
  }

  public Estimate estimate() {
    return new Estimate(metric, aspect, difference(), undefined, uncertainty, examples);
  }
}
