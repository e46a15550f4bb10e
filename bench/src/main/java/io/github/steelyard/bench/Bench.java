package io.github.steelyard.bench;

import io.github.steelyard.bench.harness.Benchmark;
import io.github.steelyard.bench.harness.BenchmarkRun;
import io.github.steelyard.bench.harness.Benchmarks;
import io.github.steelyard.bench.harness.Workplace;
import io.github.steelyard.bench.harness.ratio.Target;
import io.github.steelyard.bench.harness.ratio.TargetResult;
import io.github.steelyard.bench.report.BenchmarksDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * Runs benchmarks and writes their table. Exit status: 0 no target was missed, 1 one was missed or
 * failed, 2 wrong usage.
 */
@Command(
    name = "scripts/bench.sh",
    description = "Measures what Steelyard promises and writes " + BenchmarksDocument.FILE + ".",
    mixinStandardHelpOptions = true)
public final class Bench implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--only",
      arity = "1..*",
      paramLabel = "NAME",
      description = "Only these benchmarks or targets; the table is then only printed.")
  private List<String> only = new ArrayList<>();

  @Option(names = "--list", description = "Only name benchmarks and targets.")
  private boolean list;

  @Option(names = "--quick", description = "Few rounds: a look, no more.")
  private boolean quick;

  @Option(
      names = "--peers",
      description = "Also fetch and run other systems (hundreds of megabytes).")
  private boolean peers;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Where the table goes; by default " + BenchmarksDocument.FILE + ".")
  private @Nullable Path out;

  @Option(names = "--root", required = true, hidden = true)
  private Path root;

  @SuppressWarnings("NullAway.Init") // picocli fills the fields
  Bench() {}

  /** Ends the JVM: threads of Spark and of the inference libraries would keep it alive. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new Bench()).execute(arguments));
  }

  @Override
  public Integer call() throws IOException {
    Map<Benchmark, List<Target>> wanted = wanted();
    if (list) {
      wanted.forEach(this::name);
      return 0;
    }
    Workplace workplace = new Workplace(root, root.resolve("target/bench"), quick, peers);
    Files.createDirectories(workplace.folder());
    BenchmarksDocument document = BenchmarksDocument.begin(root, quick, wanted);
    boolean good = true;
    for (Map.Entry<Benchmark, List<Target>> entry : wanted.entrySet()) {
      good &= run(entry.getKey(), entry.getValue(), workplace, document);
    }
    return good ? 0 : 1;
  }

  private Map<Benchmark, List<Target>> wanted() {
    try {
      return only.isEmpty() ? Benchmarks.found().everything() : Benchmarks.found().named(only);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), "--only: " + e.getMessage(), e);
    }
  }

  private void name(Benchmark benchmark, List<Target> targets) {
    say(benchmark.name() + ": " + benchmark.question());
    targets.forEach(
        target ->
            say(
                "  %s: %s %s"
                    .formatted(target.name(), target.ratio().text(), target.bound().text())));
  }

  /** The table is written anew after each benchmark: what was measured survives a crash. */
  private boolean run(
      Benchmark benchmark, List<Target> targets, Workplace workplace, BenchmarksDocument document)
      throws IOException {
    long begin = System.nanoTime();
    List<TargetResult> results = BenchmarkRun.of(benchmark, targets, workplace);
    Duration took = Duration.ofNanos(System.nanoTime() - begin);
    say("== %s, %d s".formatted(benchmark.name(), took.toSeconds()));
    for (TargetResult result : results) {
      say(BenchmarksDocument.line(result));
      result.arms().forEach(arm -> say("     " + arm));
    }
    document.add(results);
    if (out != null) {
      document.write(out);
    } else if (only.isEmpty()) {
      document.write(root.resolve(BenchmarksDocument.FILE));
    }
    return results.stream()
        .map(TargetResult::state)
        .noneMatch(
            state -> state == TargetResult.State.MISSED || state == TargetResult.State.FAILED);
  }

  private void say(String line) {
    spec.commandLine().getOut().println(line);
    spec.commandLine().getOut().flush();
  }
}
