package io.github.steelyard.bench.process;

import io.github.steelyard.bench.harness.Answers;
import io.github.steelyard.bench.harness.Arm;
import io.github.steelyard.bench.harness.Workplace;
import io.github.steelyard.bench.harness.ratio.Measurement;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * A program that is run anew for each round and prints one line of JSON, as {@link ChildArm} says
 * of a round; without {@code wallNanos} its time is that of the whole process.
 */
public final class ScriptArm implements Arm {
  private final String name;
  private final List<String> command;
  private final Map<String, String> environment;
  private final Workplace workplace;

  public ScriptArm(
      String name, List<String> command, Map<String, String> environment, Workplace workplace) {
    this.name = name;
    this.command = List.copyOf(command);
    this.environment = Map.copyOf(environment);
    this.workplace = workplace;
  }

  @Override
  public Measurement round() throws IOException {
    long begin = System.nanoTime();
    try (Child child =
        Child.start(name, command, environment, workplace.folder().resolve("logs"))) {
      return child.reply().measurement(System.nanoTime() - begin);
    }
  }

  /** What it does is its own affair. */
  @Override
  public Answers answers() {
    return Answers.NONE;
  }
}
