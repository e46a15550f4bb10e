package io.github.steelyard.bench.harness;

import io.github.steelyard.bench.harness.ratio.Measurement;
import io.github.steelyard.bench.harness.ratio.Target;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A benchmark whose arms take as long as they are told to, and write down whose turn it was. */
public final class FixedBenchmark implements Benchmark {
  private final Map<String, Arm> arms = new LinkedHashMap<>();
  private final List<Target> targets = new ArrayList<>();

  final List<String> turns = new ArrayList<>();
  final List<String> closed = new ArrayList<>();

  /** Takes these milliseconds for 10 examples, half of them on a processor, over and over. */
  public FixedBenchmark arm(String name, Answers answers, long... milliseconds) {
    arms.put(
        name,
        new Arm() {
          private int next;

          @Override
          public Measurement round() {
            turns.add(name);
            long nanos = milliseconds[next++ % milliseconds.length] * 1_000_000;
            if (nanos < 0) {
              throw new IllegalStateException("out of order");
            }
            return new Measurement(10, nanos, nanos / 2, Map.of("bytes", 2.0 * nanos));
          }

          @Override
          public Answers answers() {
            return answers;
          }

          @Override
          public void close() {
            closed.add(name);
          }
        });
    return this;
  }

  /** An arm that this machine lacks. */
  public FixedBenchmark missing(String name) {
    arms.put(name, null);
    return this;
  }

  public FixedBenchmark target(Target target) {
    targets.add(target);
    return this;
  }

  @Override
  public String name() {
    return "fixed";
  }

  @Override
  public String question() {
    return "How long do arms take that are told how long to take?";
  }

  @Override
  public List<String> arms() {
    return List.copyOf(arms.keySet());
  }

  @Override
  public List<Target> targets() {
    return targets;
  }

  @Override
  public Turns turns() {
    return new Turns(1, 3);
  }

  @Override
  public Arm open(String name, Workplace workplace) {
    Arm arm = arms.get(name);
    if (arm == null) {
      throw new NotRunException("there is no " + name + " here");
    }
    return arm;
  }
}
