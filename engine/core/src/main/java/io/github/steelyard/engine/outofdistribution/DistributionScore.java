package io.github.steelyard.engine.outofdistribution;

import io.github.steelyard.engine.task.OutputKind;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A number of one example, the higher the more it looks like what a model was trained on. */
public enum DistributionScore {
  /**
   * The probability of the predicted class, at most 1. D. Hendrycks and K. Gimpel, "A baseline for
   * detecting misclassified and out-of-distribution examples in neural networks" (2017).
   */
  CONFIDENCE {
    /** As log-odds, in the same order: else the confidences of a sure model share few bins. */
    @Override
    double of(double confidence, double logSumExp) {
      double probability = Math.min(1, confidence);
      return StrictMath.log(probability) - StrictMath.log1p(-probability);
    }
  },

  /**
   * The largest logit. D. Hendrycks and others, "Scaling out-of-distribution detection for
   * real-world settings" (2022).
   */
  MAX_LOGIT {
    @Override
    double of(double confidence, double logSumExp) {
      return logSumExp + StrictMath.log(confidence);
    }
  },

  /**
   * The negative energy, {@code log(sum(exp(logit)))}. W. Liu and others, "Energy-based
   * out-of-distribution detection" (2020).
   */
  ENERGY {
    @Override
    double of(double confidence, double logSumExp) {
      return logSumExp;
    }
  };

  /** What has the order of the score, from the stored outcomes. */
  abstract double of(double confidence, double logSumExp);

  /** As tables spell it: {@code max-logit}. */
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Why a model has no such score, or null. */
  public @Nullable String refusal(OutputKind outputs) {
    return this == CONFIDENCE || outputs == OutputKind.LOGITS
        ? null
        : "probabilities do not tell the logits, which 'outputs: logits' would be";
  }
}
