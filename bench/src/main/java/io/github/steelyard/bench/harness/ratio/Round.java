package io.github.steelyard.bench.harness.ratio;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** One turn of every arm, close together in time. */
public final class Round {
  private final Map<String, Measurement> byArm;

  public Round(Map<String, Measurement> byArm) {
    this.byArm = new LinkedHashMap<>(byArm);
  }

  public Measurement of(String arm) {
    Measurement measurement = byArm.get(arm);
    if (measurement == null) {
      throw new IllegalArgumentException(
          "Unknown arm: '" + arm + "'. Known: " + String.join(", ", byArm.keySet()) + ".");
    }
    return measurement;
  }

  /** Whether each of these arms knows its time by that clock. */
  public boolean timed(Collection<String> arms, Clock clock) {
    return clock == Clock.WALL
        || arms.stream().allMatch(arm -> of(arm).cpuNanos() != Measurement.UNKNOWN);
  }

  public double nanos(String arm, Clock clock) {
    Measurement measurement = of(arm);
    // A processor's clock can be too coarse for a very short round.
    return clock == Clock.WALL ? measurement.wallNanos() : Math.max(1, measurement.cpuNanos());
  }

  public double nanosPerExample(String arm, Clock clock) {
    return nanos(arm, clock) / of(arm).examples();
  }

  public double figure(String arm, String name) {
    Double figure = of(arm).figures().get(name);
    if (figure == null) {
      throw new IllegalArgumentException(
          "Arm '" + arm + "' has no figure '" + name + "'. Known: " + of(arm).figures().keySet());
    }
    return figure;
  }
}
