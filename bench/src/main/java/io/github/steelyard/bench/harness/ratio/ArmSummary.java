package io.github.steelyard.bench.harness.ratio;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** An arm's absolute figures, medians over its rounds: they hold for one machine on one day. */
final class ArmSummary {
  private static final double NANOS = 1e9;

  private ArmSummary() {}

  /** {@code steelyard 2.10 examples/s (4 in 1.900 s, 1.890 s of a processor)}. */
  static String text(String arm, List<Round> rounds) {
    double seconds = median(rounds, round -> round.nanos(arm, Clock.WALL)) / NANOS;
    double rate = NANOS / median(rounds, round -> round.nanosPerExample(arm, Clock.WALL));
    StringBuilder text = new StringBuilder(arm);
    text.append(
        String.format(
            Locale.ROOT,
            rate < 100 ? " %.2f examples/s (%,d in %.3f s" : " %,.0f examples/s (%,d in %.3f s",
            rate,
            rounds.get(0).of(arm).examples(),
            seconds));
    if (rounds.get(0).timed(List.of(arm), Clock.CPU)) {
      double cpuSeconds = median(rounds, round -> round.nanos(arm, Clock.CPU)) / NANOS;
      text.append(String.format(Locale.ROOT, ", %.3f s of a processor", cpuSeconds));
    }
    for (String figure : rounds.get(0).of(arm).figures().keySet()) {
      text.append(
          String.format(
              Locale.ROOT, ", %s %,.4g", figure, median(rounds, r -> r.figure(arm, figure))));
    }
    return text.append(')').toString();
  }

  private static double median(List<Round> rounds, ToDoubleFunction<Round> value) {
    return Spread.of(rounds.stream().mapToDouble(value).toArray()).median();
  }
}
