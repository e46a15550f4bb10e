package io.github.steelyard.bench.harness.ratio;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of one target.
 *
 * @param state whether it was reached
 * @param reason why it was not measured; empty where it was
 * @param wall the ratios of all rounds; null where it was not measured
 * @param cpu the same by processor time; null where an arm does not know it
 * @param arms what each arm did, in words
 */
public record TargetResult(
    Target target,
    State state,
    String reason,
    @Nullable Spread wall,
    @Nullable Spread cpu,
    List<String> arms) {
  /** The end of a target. */
  public enum State {
    REACHED,
    MISSED,
    /** Measured, with nothing wanted of it. */
    REPORTED,
    /** The machine, or the call, lacks what it needs. */
    NOT_RUN,
    /** Something went wrong, or an arm's answers are not the others'. */
    FAILED
  }

  public TargetResult {
    arms = List.copyOf(arms);
  }

  /** Of a target of which there is nothing but the reason. */
  public static TargetResult unmeasured(Target target, State state, String reason) {
    return new TargetResult(target, state, reason, null, null, List.of());
  }

  /** Of rounds in which all arms of the target's ratio had their turn; at least one. */
  public static TargetResult measured(Target target, List<Round> rounds) {
    Spread wall = spread(target, rounds, Clock.WALL);
    Spread cpu =
        target.ratio().timed()
                && rounds.stream().allMatch(round -> round.timed(target.ratio().arms(), Clock.CPU))
            ? spread(target, rounds, Clock.CPU)
            : null;
    State state =
        target.bound().kind() == Bound.Kind.NONE
            ? State.REPORTED
            : target.bound().holds(wall.median()) ? State.REACHED : State.MISSED;
    List<String> arms =
        target.ratio().arms().stream().map(arm -> ArmSummary.text(arm, rounds)).toList();
    return new TargetResult(target, state, "", wall, cpu, arms);
  }

  private static Spread spread(Target target, List<Round> rounds, Clock clock) {
    return Spread.of(
        rounds.stream().mapToDouble(round -> target.ratio().of(round, clock)).toArray());
  }
}
