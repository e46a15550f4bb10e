package io.github.steelyard.bench.harness;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.steelyard.bench.harness.ratio.Ratio;
import io.github.steelyard.bench.harness.ratio.Spread;
import io.github.steelyard.bench.harness.ratio.Target;
import io.github.steelyard.bench.harness.ratio.TargetResult;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class BenchmarkRunTest {
  private static final Target TWICE = Target.of("twice", Ratio.throughput("ours", "theirs"));
  private static final Answers RIGHT = new Answers(new float[] {1, 0}, 2);
  private static final Answers WRONG = new Answers(new float[] {0, 1}, 2);

  @Test
  void theMedianOfTheRatiosOfTheRoundsDecides() {
    // The first round of each warms up.
    FixedBenchmark benchmark =
        new FixedBenchmark()
            .arm("ours", RIGHT, 1000, 10, 10, 10)
            .arm("theirs", RIGHT, 1, 20, 30, 90)
            .target(TWICE.atLeast(3));
    TargetResult result = only(benchmark);
    assertThat(result.state()).isEqualTo(TargetResult.State.REACHED);
    assertThat(result.wall()).isEqualTo(new Spread(3, 2, 9));
    assertThat(result.cpu()).isEqualTo(new Spread(3, 2, 9));
    assertThat(result.arms())
        .containsExactly(
            "ours 1,000 examples/s (10 in 0.010 s, 0.005 s of a processor, bytes 2.000e+07)",
            "theirs 333 examples/s (10 in 0.030 s, 0.015 s of a processor, bytes 6.000e+07)");
  }

  @Test
  void armsTakeTurnsForwardsAndBackwards() {
    FixedBenchmark benchmark =
        new FixedBenchmark().arm("ours", RIGHT, 1).arm("theirs", RIGHT, 1).target(TWICE);
    assertThat(only(benchmark).state()).isEqualTo(TargetResult.State.REPORTED);
    assertThat(benchmark.turns)
        .containsExactly("ours", "theirs", "theirs", "ours", "ours", "theirs", "theirs", "ours");
    assertThat(benchmark.closed).containsExactlyInAnyOrder("ours", "theirs");
  }

  @Test
  void aBoundThatDoesNotHoldIsMissed() {
    FixedBenchmark benchmark =
        new FixedBenchmark()
            .arm("ours", RIGHT, 10)
            .arm("theirs", RIGHT, 20)
            .target(TWICE.atLeast(2.1))
            .target(Target.of("time", Ratio.time("ours", "theirs", "theirs")).atMost(0.2))
            .target(Target.of("bytes", Ratio.figures("ours", "bytes", "bytes")).atMost(1));
    List<TargetResult> results = run(benchmark, false);
    assertThat(results)
        .extracting(TargetResult::state)
        .containsExactly(
            TargetResult.State.MISSED, TargetResult.State.MISSED, TargetResult.State.REACHED);
    assertThat(results.get(1).wall()).isEqualTo(new Spread(0.25, 0.25, 0.25));
    assertThat(results.get(2).cpu()).isNull();
  }

  @Test
  void anArmThatAnswersOtherwiseCannotWin() {
    FixedBenchmark benchmark =
        new FixedBenchmark().arm("theirs", RIGHT, 10).arm("ours", WRONG, 1).target(TWICE);
    TargetResult result = only(benchmark);
    assertThat(result.state()).isEqualTo(TargetResult.State.FAILED);
    assertThat(result.reason())
        .isEqualTo("arm 'ours' answers otherwise: example 0, column 0: 0.0, expected 1.0");
    assertThat(benchmark.turns).isEmpty();
    assertThat(benchmark.closed).containsExactlyInAnyOrder("ours", "theirs");
  }

  @Test
  void whatAMachineLacksIsSaidAndTheOthersRun() {
    FixedBenchmark benchmark =
        new FixedBenchmark()
            .arm("ours", RIGHT, 10)
            .missing("absent")
            .arm("theirs", RIGHT, 20)
            .target(Target.of("absent", Ratio.throughput("ours", "absent")).atLeast(1))
            .target(TWICE.atLeast(2));
    List<TargetResult> results = run(benchmark, false);
    assertThat(results.get(0).state()).isEqualTo(TargetResult.State.NOT_RUN);
    assertThat(results.get(0).reason()).isEqualTo("there is no absent here");
    assertThat(results.get(1).state()).isEqualTo(TargetResult.State.REACHED);
  }

  @Test
  void anArmThatFailsInItsTurnLeavesTheOthersRunning() {
    FixedBenchmark benchmark =
        new FixedBenchmark()
            .arm("ours", RIGHT, 10)
            .arm("theirs", RIGHT, 20)
            .arm("broken", RIGHT, 10, 10, -1)
            .target(Target.of("broken", Ratio.throughput("ours", "broken")))
            .target(TWICE.atLeast(2));
    List<TargetResult> results = run(benchmark, false);
    assertThat(results.get(0).reason())
        .isEqualTo("arm 'broken' failed: java.lang.IllegalStateException: out of order");
    assertThat(results.get(1).state()).isEqualTo(TargetResult.State.REACHED);
    assertThat(results.get(1).wall()).isEqualTo(new Spread(2, 2, 2));
  }

  @Test
  void onlyTheArmsOfWantedTargetsAreOpened() {
    FixedBenchmark benchmark =
        new FixedBenchmark()
            .arm("ours", RIGHT, 10)
            .arm("theirs", RIGHT, 20)
            .missing("absent")
            .target(TWICE);
    run(benchmark, true);
    assertThat(benchmark.closed).containsExactlyInAnyOrder("ours", "theirs");
  }

  private static TargetResult only(FixedBenchmark benchmark) {
    return run(benchmark, false).get(0);
  }

  private static List<TargetResult> run(FixedBenchmark benchmark, boolean quick) {
    Path nowhere = Path.of("target");
    return BenchmarkRun.of(
        benchmark, benchmark.targets(), new Workplace(nowhere, nowhere, quick, false));
  }
}
