package io.github.steelyard.reports.comparison;

import io.github.steelyard.engine.metric.estimate.PairedDifference;
import io.github.steelyard.engine.statistics.DiscordantPairs;
import io.github.steelyard.engine.statistics.MeanPower;
import io.github.steelyard.engine.statistics.ProportionPower;
import io.github.steelyard.engine.statistics.Significance;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * What a comparison could show, with a power of 80 %: from the share of examples that one model
 * alone gets right where those decide, else from the jackknife's error of the difference.
 */
final class Power {
  private static final double POWER = 0.8;

  private final Significance significance;

  Power(double confidence) {
    this.significance = new Significance(1 - confidence, POWER);
  }

  /** The smallest difference that shows on so many examples, or null where none would. */
  @Nullable Double detectable(PairedDifference found) {
    DiscordantPairs pairs = deciding(found);
    if (pairs != null) {
      OptionalDouble smallest =
          ProportionPower.pairedDifference(
              pairs.pairs(), pairs.discordant() / (double) pairs.pairs(), significance);
      return smallest.isPresent() ? Double.valueOf(smallest.getAsDouble()) : null;
    }
    Double error = found.standardError();
    return error == null || !(error > 0)
        ? null
        : Double.valueOf(MeanPower.detectableDifference(error, significance));
  }

  /** How many examples show the difference that was seen, or null where there is none. */
  @Nullable Double examplesNeeded(PairedDifference found) {
    Double difference = found.difference();
    if (difference == null || difference == 0) {
      return null;
    }
    DiscordantPairs pairs = deciding(found);
    Double error = found.standardError();
    double examples = Double.NaN;
    if (pairs != null) {
      // Of the counts: the metric's own quotient may differ by a rounding error.
      examples =
          ProportionPower.pairedExamples(
              pairs.difference(), pairs.discordant() / (double) pairs.pairs(), significance);
    } else if (error != null && error > 0) {
      examples = MeanPower.examplesNeeded(difference, error, found.examples(), significance);
    }
    return Double.isFinite(examples) ? Double.valueOf(examples) : null;
  }

  private static @Nullable DiscordantPairs deciding(PairedDifference found) {
    return found.exactPValue() == null ? null : found.discordant();
  }
}
