package io.github.steelyard.engine.metric.classification.confusion;

import io.github.steelyard.engine.metric.Value;
import io.github.steelyard.engine.metric.state.Shares;

/** What a confusion matrix says of all classes together. */
final class Hits {
  private Hits() {}

  /** The share of examples that were taken for their class. */
  static Value correct(String aspect, ConfusionState.Margins margins) {
    return Shares.share(
        aspect,
        margins.weighted(),
        margins.hits(),
        margins.examples(),
        margins.correct().total(),
        margins.total(),
        Shares.reasonForNone(margins.examples()));
  }
}
