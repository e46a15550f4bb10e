package io.github.steelyard.engine.outofdistribution;

import io.github.steelyard.engine.metric.ranking.Bounded;
import io.github.steelyard.engine.metric.ranking.ScoreCurve;
import io.github.steelyard.engine.metric.scale.Scale;
import io.github.steelyard.engine.statistics.Interval;
import io.github.steelyard.engine.statistics.Jackknife;
import io.github.steelyard.engine.statistics.TwoSampleJackknife;
import io.github.steelyard.engine.statistics.Uncertainty;
import io.github.steelyard.engine.task.OutputKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How well a threshold of a score tells a model's own examples, the positive ones, from foreign
 * ones.
 *
 * @param measure {@link #AUROC} or {@link #FALSE_POSITIVE_RATE}
 * @param bounded the value and by how much binning can have moved it; null where it is undefined
 * @param undefined the reason; null where there is a value
 * @param uncertainty of the value; null where it is undefined
 */
public record Detection(
    DistributionScore score,
    String measure,
    @Nullable Bounded bounded,
    @Nullable String undefined,
    @Nullable Uncertainty uncertainty) {
  /** The probability that an own example has a higher score than a foreign one; ties half. */
  public static final String AUROC = "auroc";

  /**
   * The share of foreign examples at or above the highest threshold that at least 95 % of the own
   * ones reach.
   */
  public static final String FALSE_POSITIVE_RATE = "fpr-at-95";

  private static final double RECALL = 0.95;
  private static final Scale SCALE = Scale.LOGIT;

  /** A jackknife of a 95 % interval holds the truth in 90 of 100 simulated pairs of samples. */
  private static final String NOT_SMOOTH = "the threshold that a share reaches is not smooth";

  /** Two measures of each score. */
  public static List<Detection> of(
      ScoreSample own, ScoreSample foreign, OutputKind outputs, double confidence) {
    List<Detection> all = new ArrayList<>();
    for (DistributionScore score : DistributionScore.values()) {
      String refusal = score.refusal(outputs);
      if (refusal == null && own.examples() == 0) {
        refusal = "no example of the origin was scored";
      } else if (refusal == null && foreign.examples() == 0) {
        refusal = "no foreign example was scored";
      }
      all.addAll(
          refusal == null ? defined(score, own, foreign, confidence) : undefined(score, refusal));
    }
    return all;
  }

  private static List<Detection> undefined(DistributionScore score, String reason) {
    return Stream.of(AUROC, FALSE_POSITIVE_RATE)
        .map(measure -> new Detection(score, measure, null, reason, null))
        .toList();
  }

  private static List<Detection> defined(
      DistributionScore score, ScoreSample own, ScoreSample foreign, double confidence) {
    int[] bins = BinnedSample.bins(own.counts(score), foreign.counts(score));
    BinnedSample ones = new BinnedSample(own.counts(score), bins);
    BinnedSample others = new BinnedSample(foreign.counts(score), bins);
    if (!(ones.weight() > 0 && others.weight() > 0)) {
      return undefined(score, "all examples of one side have the weight 0");
    }
    ScoreCurve whole = curve(ones.whole(), others.whole(), ones, others);
    Bounded value = whole.area();
    return List.of(
        new Detection(
            score, AUROC, value, null, uncertainty(value.value(), ones, others, confidence)),
        new Detection(
            score,
            FALSE_POSITIVE_RATE,
            whole.falsePositiveRateAtRecall(RECALL),
            null,
            Uncertainty.unknown(NOT_SMOOTH)));
  }

  private static ScoreCurve curve(
      double[] positives, double[] negatives, BinnedSample ones, BinnedSample others) {
    return ScoreCurve.ofBins(positives, ones.examples(), negatives, others.examples());
  }

  private static Uncertainty uncertainty(
      double area, BinnedSample ones, BinnedSample others, double confidence) {
    long fewest = Math.min(ones.examples(), others.examples());
    if (fewest < Jackknife.FEWEST_EVENTS) {
      return Uncertainty.unknown(
          "%s: %d examples on one side, at least %d are needed"
              .formatted(Uncertainty.TOO_FEW, fewest, Jackknife.FEWEST_EVENTS));
    }
    double[] withoutOfOne = new double[ones.groups()];
    Arrays.setAll(
        withoutOfOne,
        group -> curve(ones.without(group), others.whole(), ones, others).area().value());
    double[] withoutOfOther = new double[others.groups()];
    Arrays.setAll(
        withoutOfOther,
        group -> curve(ones.whole(), others.without(group), ones, others).area().value());
    Uncertainty plain = jackknife(area, withoutOfOne, withoutOfOther, confidence);
    if (plain.interval() == null) {
      return plain;
    }
    // An area near 1 is skewed: an interval of its own misses too often, on the side of 1.
    Uncertainty scaled =
        jackknife(SCALE.to(area), scaled(withoutOfOne), scaled(withoutOfOther), confidence);
    Interval interval = scaled.interval();
    return interval == null
        ? scaled
        : Uncertainty.of(
            new Interval(
                SCALE.back(interval.lower()),
                SCALE.back(interval.upper()),
                interval.method(),
                confidence));
  }

  private static double[] scaled(double[] areas) {
    return Arrays.stream(areas).map(SCALE::to).toArray();
  }

  private static Uncertainty jackknife(
      double estimate, double[] withoutOfOne, double[] withoutOfOther, double confidence) {
    return TwoSampleJackknife.interval(
        estimate,
        withoutOfOne.length,
        group -> withoutOfOne[group],
        withoutOfOther.length,
        group -> withoutOfOther[group],
        confidence);
  }
}
