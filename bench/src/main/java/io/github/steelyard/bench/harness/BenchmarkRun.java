package io.github.steelyard.bench.harness;

import io.github.steelyard.bench.harness.ratio.Measurement;
import io.github.steelyard.bench.harness.ratio.Round;
import io.github.steelyard.bench.harness.ratio.Target;
import io.github.steelyard.bench.harness.ratio.TargetResult;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Opens the arms that the wanted targets need, holds their answers against each other, and lets
 * them take turns: forwards in one round, backwards in the next, so that none always comes after
 * the same other.
 */
public final class BenchmarkRun implements AutoCloseable {
  private final Benchmark benchmark;
  private final Map<String, Arm> open = new LinkedHashMap<>();
  private final Map<String, TargetResult> unmeasured = new LinkedHashMap<>();

  private BenchmarkRun(Benchmark benchmark) {
    this.benchmark = benchmark;
  }

  /** What became of the wanted targets, in their order. Nothing a benchmark does ends the run. */
  public static List<TargetResult> of(
      Benchmark benchmark, List<Target> wanted, Workplace workplace) {
    try (BenchmarkRun run = new BenchmarkRun(benchmark)) {
      return run.results(wanted, workplace);
    }
  }

  private List<TargetResult> results(List<Target> wanted, Workplace workplace) {
    Set<String> needed =
        wanted.stream()
            .flatMap(target -> target.ratio().arms().stream())
            .collect(Collectors.toSet());
    benchmark.arms().stream().filter(needed::contains).forEach(arm -> open(arm, workplace));
    compareAnswers();
    List<Target> possible =
        wanted.stream().filter(target -> open.keySet().containsAll(target.ratio().arms())).toList();
    closeUnneeded(possible);
    List<Round> rounds = possible.isEmpty() ? List.of() : rounds(workplace);
    return wanted.stream().map(target -> result(target, rounds)).toList();
  }

  private void open(String arm, Workplace workplace) {
    try {
      open.put(arm, benchmark.open(arm, workplace));
    } catch (NotRunException e) {
      leaveOut(arm, TargetResult.State.NOT_RUN, String.valueOf(e.getMessage()));
    } catch (IOException | RuntimeException | LinkageError e) {
      leaveOut(arm, TargetResult.State.FAILED, "arm '" + arm + "' cannot be opened: " + e);
    }
  }

  private void compareAnswers() {
    Answers expected = Answers.NONE;
    for (String arm : List.copyOf(open.keySet())) {
      try {
        Answers answers = arm(arm).answers();
        if (expected.none()) {
          expected = answers;
        }
        answers
            .differenceFrom(expected)
            .ifPresent(
                difference ->
                    leaveOut(
                        arm,
                        TargetResult.State.FAILED,
                        "arm '" + arm + "' answers otherwise: " + difference));
      } catch (IOException | RuntimeException | LinkageError e) {
        leaveOut(arm, TargetResult.State.FAILED, "arm '" + arm + "' has no answers: " + e);
      }
    }
  }

  private void closeUnneeded(List<Target> possible) {
    Set<String> needed =
        possible.stream()
            .flatMap(target -> target.ratio().arms().stream())
            .collect(Collectors.toSet());
    for (String arm : List.copyOf(open.keySet())) {
      if (!needed.contains(arm)) {
        arm(arm).close();
        open.remove(arm);
      }
    }
  }

  private List<Round> rounds(Workplace workplace) {
    Turns turns = workplace.quick() ? benchmark.turns().quick() : benchmark.turns();
    List<String> order = new ArrayList<>(open.keySet());
    List<Round> rounds = new ArrayList<>();
    for (int turn = 0; turn < turns.warmUps() + turns.rounds(); turn++) {
      Map<String, Measurement> round = new LinkedHashMap<>();
      for (String arm : order) {
        try {
          round.put(arm, arm(arm).round());
        } catch (IOException | RuntimeException | LinkageError e) {
          leaveOut(arm, TargetResult.State.FAILED, "arm '" + arm + "' failed: " + e);
          return rounds(workplace);
        }
      }
      if (turn >= turns.warmUps()) {
        rounds.add(new Round(round));
      }
      Collections.reverse(order);
    }
    return rounds;
  }

  private TargetResult result(Target target, List<Round> rounds) {
    for (String arm : target.ratio().arms()) {
      TargetResult lost = unmeasured.get(arm);
      if (lost != null) {
        return TargetResult.unmeasured(target, lost.state(), lost.reason());
      }
    }
    try {
      return TargetResult.measured(target, rounds);
    } catch (IllegalArgumentException e) {
      return TargetResult.unmeasured(target, TargetResult.State.FAILED, e.toString());
    }
  }

  private Arm arm(String name) {
    Arm arm = open.get(name);
    if (arm == null) {
      throw new IllegalStateException("No arm '" + name + "' is open");
    }
    return arm;
  }

  private void leaveOut(String arm, TargetResult.State state, String reason) {
    unmeasured.put(arm, TargetResult.unmeasured(benchmark.targets().get(0), state, reason));
    Arm opened = open.remove(arm);
    if (opened != null) {
      opened.close();
    }
  }

  @Override
  public void close() {
    open.values().forEach(Arm::close);
  }
}
