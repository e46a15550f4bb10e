package io.github.steelyard.jobs.evaluate.unit;

import io.github.steelyard.reports.run.unit.FailureRow;
import io.github.steelyard.reports.run.unit.FailureStage;
import org.jspecify.annotations.Nullable;

/** What became of one unit's predictions. */
public final class UnitOutcome {
  private final Unit unit;
  private final Footprint footprint = new Footprint();
  private int cachedParts;
  private long inferenceNanos;
  private FailureStage stage = FailureStage.PREDICT;
  private @Nullable String problem;
  private @Nullable String cause;

  public UnitOutcome(Unit unit) {
    this.unit = unit;
  }

  public Unit unit() {
    return unit;
  }

  /** Parts that were there before this run. */
  public int cachedParts() {
    return cachedParts;
  }

  /** Time inside the engine in this run, over all threads; parts from the cache took none. */
  public double inferenceSeconds() {
    return inferenceNanos / 1e9;
  }

  /** What its model took in this run. */
  public Footprint footprint() {
    return footprint;
  }

  /** Whether all of its predictions are there. */
  public boolean complete() {
    return problem == null;
  }

  public void cached(int parts) {
    cachedParts = parts;
  }

  public void add(PartOutcome part) {
    inferenceNanos += part.inferenceNanos();
    footprint.add(part);
    if (part.problem() != null && problem == null) {
      problem = part.problem();
      cause = part.cause();
    }
  }

  public void failed(FailureStage where, String why, String kind) {
    stage = where;
    problem = why;
    cause = kind;
  }

  /** The failure of a unit that is not complete. */
  public FailureRow failure() {
    if (problem == null || cause == null) {
      throw new IllegalStateException("Cannot tell what failed in " + unit);
    }
    return new FailureRow(
        unit.model().name(),
        unit.split().dataset(),
        unit.split().split(),
        unit.applied(),
        stage,
        problem,
        cause);
  }
}
