package io.github.steelyard.engine.metric;

import org.jspecify.annotations.Nullable;

/** What the interval of one value is made from. */
public final class Evidence {
  private final double confidence;
  private final boolean clustered;
  private final int groups;
  private final double @Nullable [] withoutGroup;
  private final double @Nullable [] draws;

  public Evidence(double confidence, boolean clustered, double @Nullable [] withoutGroup) {
    this(confidence, clustered, withoutGroup == null ? 0 : withoutGroup.length, withoutGroup, null);
  }

  private Evidence(
      double confidence,
      boolean clustered,
      int groups,
      double @Nullable [] withoutGroup,
      double @Nullable [] draws) {
    this.confidence = confidence;
    this.clustered = clustered;
    this.groups = groups;
    this.withoutGroup = withoutGroup;
    this.draws = draws;
  }

  /** The same of a value that was also computed of draws of so many groups. */
  public Evidence withDraws(int groups, double @Nullable [] draws) {
    return new Evidence(confidence, clustered, groups, withoutGroup, draws);
  }

  /** In (0, 1). */
  public double confidence() {
    return confidence;
  }

  /** True where the examples of a group are not independent. */
  public boolean clustered() {
    return clustered;
  }

  /** How many groups have examples; 0 where nothing asked for them. */
  public int groups() {
    return groups;
  }

  /**
   * The value without each non-empty group in turn; null where it is undefined without one of them,
   * or {@link IntervalMethod#needsGroups} did not ask for it.
   */
  public double @Nullable [] withoutGroup() {
    return withoutGroup;
  }

  /**
   * The value of each draw of groups; null where it is undefined of one, or {@link
   * IntervalMethod#needsDraws} did not ask for it.
   */
  public double @Nullable [] draws() {
    return draws;
  }
}
