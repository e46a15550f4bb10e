package io.github.steelyard.reports.run.comparison;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * What a difference means beside all others of its family, and what the examples could show.
 *
 * @param holm the p-value adjusted so that even one false discovery in the family is improbable; in
 *     [0, 1], null where there is no p-value
 * @param benjaminiHochberg the p-value adjusted for the share of false ones among all discoveries
 * @param tests p-values in the family
 * @param detectable the smallest difference that these examples show with a power of 80 %, given
 *     how much the two models have in common; null where it is not known
 * @param examplesNeeded how many examples would show the difference that was seen with a power of
 *     80 %; null where it is not known
 */
public record Judgement(
    Verdict verdict,
    @Nullable Double holm,
    @Nullable Double benjaminiHochberg,
    int tests,
    @Nullable Double detectable,
    @Nullable Double examplesNeeded)
    implements Serializable {
  /** Of what could not be tested. */
  public static Judgement without(Verdict verdict) {
    return new Judgement(verdict, null, null, 0, null, null);
  }
}
