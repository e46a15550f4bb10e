package io.github.steelyard.jobs;

import io.github.steelyard.jobs.evaluate.ScoreJob;
import io.github.steelyard.jobs.evaluate.plan.EvaluateOptions;
import io.github.steelyard.jobs.spark.Sessions;
import io.github.steelyard.jobs.suite.SuiteFile;
import io.github.steelyard.jobs.suite.settings.Suite;
import io.github.steelyard.reports.run.RunId;
import io.github.steelyard.reports.run.RunResult;
import io.github.steelyard.reports.table.PublishedRuns;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code steelyard score}: metrics from stored predictions alone. */
@Command(
    name = "score",
    description =
        "Computes all metrics of an earlier run again from its stored predictions; needs neither"
            + " its models nor its data.",
    mixinStandardHelpOptions = true)
final class ScoreCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "The folder of caches and reports that the run wrote to.")
  private String out;

  @Option(
      names = "--run",
      paramLabel = "ID",
      description = "The run whose predictions are scored, by default the latest one.")
  private @Nullable String run;

  @Option(
      names = "--suite",
      paramLabel = "FILE",
      description =
          "A suite whose block 'evaluate' holds now, instead of the one that the run had.")
  private @Nullable Path suite;

  @Option(
      names = "--set",
      paramLabel = "NAME=VALUE",
      description = "Fills a variable that the suite declares.")
  private Map<String, String> variables = new LinkedHashMap<>();

  @SuppressWarnings("NullAway.Init") // picocli fills the fields
  ScoreCommand() {}

  @Override
  public Integer call() throws Exception {
    Suite given = suite == null ? null : SuiteFile.read(suite, variables);
    try (SparkSession spark = Sessions.start("steelyard score " + out)) {
      List<RunId> published =
          PublishedRuns.in(
              new org.apache.hadoop.fs.Path(out), spark.sparkContext().hadoopConfiguration());
      RunId chosen = chosen(spec.commandLine(), published, out, run);
      EvaluateOptions options =
          new EvaluateOptions(out, 0, false, commandLine(), BuildVersion.text());
      RunResult result =
          new ScoreJob(spark, chosen, options, given, spec.commandLine().getOut()).run();
      return result.units().isEmpty()
          ? ExitStatus.NOTHING_RAN
          : ExitStatus.of(result.units().size(), result.failures().size());
    }
  }

  /** The run of that id, or the latest one where none is asked for. */
  static RunId chosen(CommandLine command, List<RunId> published, String out, @Nullable String id) {
    if (published.isEmpty()) {
      throw new ParameterException(
          command, "--out: Expecting a folder with a run of 'evaluate'. Found: " + out);
    }
    if (id == null) {
      return published.get(published.size() - 1);
    }
    return published.stream()
        .filter(known -> known.text().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new ParameterException(
                    command,
                    "--run: Expecting one of the runs "
                        + published.stream().map(RunId::text).collect(Collectors.joining(", "))
                        + ". Found: "
                        + id));
  }

  private String commandLine() {
    List<String> words = spec.commandLine().getParseResult().originalArgs();
    return "steelyard " + String.join(" ", words);
  }
}
