package io.github.steelyard.engine.metric.coverage;

import io.github.steelyard.engine.statistics.Interval;

/** What became of the intervals of one value. */
final class Coverage {
  private int held;
  private int below;
  private int above;
  private int without;
  private String reason = "";

  void add(Coverage other) {
    held += other.held;
    below += other.below;
    above += other.above;
    without += other.without;
    reason = reason.isEmpty() ? other.reason : reason;
  }

  void add(double truth, Interval interval) {
    if (truth < interval.lower()) {
      below++;
    } else if (truth > interval.upper()) {
      above++;
    } else {
      held++;
    }
  }

  void addWithout(String why) {
    without++;
    reason = why;
  }

  int intervals() {
    return held + below + above;
  }

  double share() {
    return held / (double) intervals();
  }

  double shareBelow() {
    return below / (double) intervals();
  }

  double shareAbove() {
    return above / (double) intervals();
  }

  /** Data sets without an interval, and why. */
  int without() {
    return without;
  }

  String reason() {
    return reason;
  }
}
