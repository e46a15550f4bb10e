package io.github.steelyard.reports.alarm;

import java.util.Optional;

/**
 * One kind of mistake that shows in results. Found by {@link java.util.ServiceLoader}; its test
 * extends {@code AlarmContract}. An alarm is never raised on what is not there: without the metric
 * it reads, or on too few examples, it stays silent.
 */
public interface Alarm {
  /** In kebab-case: {@code permuted-labels}. */
  String id();

  /** When it is raised, in a sentence or two. */
  String doc();

  /** One sentence that says what was seen and what it suggests, or nothing. */
  Optional<String> raised(Evidence evidence);
}
