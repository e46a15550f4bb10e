package io.github.steelyard.engine.metric;

import java.util.List;
import java.util.Optional;

/**
 * A quality metric: a stateless description, the state it reads, and the values it makes of it.
 * Found by {@link java.util.ServiceLoader}: one final class with {@code @AutoService(Metric.class)}
 * and a test that extends {@code MetricContract}.
 */
public interface Metric {
  /** In kebab-case: {@code log-loss}; unique within its task. */
  String id();

  /** The name of the task whose outcomes it reads. */
  String task();

  Direction direction();

  /** Intervals are cut to it. */
  Range range();

  /** What one unit of the value is: {@code nats}; empty for a pure number. */
  String unit();

  /** What it is, with its formula and conventions, in a few sentences. */
  String doc();

  /** How its intervals are made, in one sentence. */
  String intervals();

  /** False where the metric has nothing to say of such data; a scorecard then leaves it out. */
  default boolean appliesTo(MetricSettings settings) {
    return true;
  }

  /** The settings are such that it applies. */
  StateKind kind(MetricSettings settings);

  /**
   * What is kept of each slice as a whole, beside the states of its groups, for tables that want
   * more than numbers: a confusion matrix. No value is made of it, so no interval needs it without
   * one of the groups.
   */
  default Optional<StateKind> detail(MetricSettings settings) {
    return Optional.empty();
  }

  /**
   * The values, one for each aspect. The aspects and their order depend on the settings alone,
   * never on the data; what the data leave undefined is a value with a reason.
   *
   * @param state of this metric's kind
   */
  List<Value> values(MetricState state);

  /**
   * Those of the values that are a share of examples, in any order: two models' hits are paired.
   */
  default List<HitShare> hits(MetricSettings settings) {
    return List.of();
  }
}
