package io.github.steelyard.bench.harness.ratio;

import java.util.List;
import java.util.stream.Stream;

/**
 * What is made of the arms' measurements in one round.
 *
 * @param arms it needs
 * @param text in words, the arms by name: {@code throughput of steelyard / stock}
 * @param timed whether it is a ratio of times, which can be taken by either clock
 */
public record Ratio(List<String> arms, String text, boolean timed, Formula formula) {
  /** From a round to a number. */
  public interface Formula {
    double of(Round round, Clock clock);
  }

  public Ratio {
    arms = List.copyOf(arms);
  }

  double of(Round round, Clock clock) {
    return formula.of(round, clock);
  }

  /** How many times as many examples the first arm does in the same time. */
  public static Ratio throughput(String arm, String against) {
    return new Ratio(
        List.of(arm, against),
        "throughput of " + arm + " / " + against,
        true,
        (round, clock) ->
            round.nanosPerExample(against, clock) / round.nanosPerExample(arm, clock));
  }

  /** The time of an arm's round over that of other arms' rounds together. */
  public static Ratio time(String arm, String... against) {
    String others = against.length == 1 ? against[0] : "(" + String.join(" + ", against) + ")";
    return new Ratio(
        Stream.concat(Stream.of(arm), Stream.of(against)).toList(),
        "time of " + arm + " / " + others,
        true,
        (round, clock) ->
            round.nanos(arm, clock)
                / Stream.of(against).mapToDouble(other -> round.nanos(other, clock)).sum());
  }

  /** Two figures of one arm: {@code figures("memory", "extraBytes", "allowedBytes")}. */
  public static Ratio figures(String arm, String figure, String against) {
    return new Ratio(
        List.of(arm),
        figure + " / " + against,
        false,
        (round, clock) -> round.figure(arm, figure) / round.figure(arm, against));
  }
}
