package io.github.steelyard.engine.metric;

import org.jspecify.annotations.Nullable;

/** What the interval of one value is made from. */
public final class Evidence {
  private final double confidence;
  private final boolean clustered;
  private final double @Nullable [] withoutGroup;

  public Evidence(double confidence, boolean clustered, double @Nullable [] withoutGroup) {
    this.confidence = confidence;
    this.clustered = clustered;
    this.withoutGroup = withoutGroup;
  }

  /** In (0, 1). */
  public double confidence() {
    return confidence;
  }

  /** True where the examples of a group are not independent. */
  public boolean clustered() {
    return clustered;
  }

  /**
   * The value without each non-empty group in turn; null where it is undefined without one of them,
   * or {@link IntervalMethod#needsGroups} did not ask for it.
   */
  public double @Nullable [] withoutGroup() {
    return withoutGroup;
  }
}
