package io.github.steelyard.jobs;

import io.github.steelyard.jobs.evaluate.EvaluateJob;
import io.github.steelyard.jobs.evaluate.plan.EvaluateOptions;
import io.github.steelyard.jobs.evaluate.plan.EvaluationPlan;
import io.github.steelyard.jobs.spark.Sessions;
import io.github.steelyard.jobs.suite.SuiteFile;
import io.github.steelyard.jobs.suite.settings.Suite;
import io.github.steelyard.reports.run.RunResult;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code steelyard evaluate}: the main job. */
@Command(
    name = "evaluate",
    description = "Evaluates a suite's models on its data sets and writes the tables.",
    mixinStandardHelpOptions = true)
final class EvaluateCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(names = "--suite", required = true, paramLabel = "FILE", description = "The suite file.")
  private Path suite;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Where caches and reports go; any Hadoop path that all executors see.")
  private String out;

  @Option(
      names = "--set",
      paramLabel = "NAME=VALUE",
      description = "Fills a variable that the suite declares.")
  private Map<String, String> variables = new LinkedHashMap<>();

  @Option(names = "--plan", description = "Only say what would be done and what it would cost.")
  private boolean planOnly;

  @Option(
      names = "--limit",
      defaultValue = "0",
      paramLabel = "N",
      description = "Use a stratified sample of N examples of each split; 0 means all.")
  private long limit;

  @Option(
      names = "--verify",
      description = "Read the data again although their files have not changed.")
  private boolean verify;

  @SuppressWarnings("NullAway.Init") // picocli fills the fields
  EvaluateCommand() {}

  @Override
  public Integer call() throws Exception {
    if (!(limit >= 0)) {
      throw new ParameterException(
          spec.commandLine(), "--limit: Expecting 0 or more examples. Found: " + limit);
    }
    Suite parsed = SuiteFile.read(suite, variables);
    EvaluateOptions options =
        new EvaluateOptions(out, limit, verify, commandLine(), BuildVersion.text());
    try (SparkSession spark = Sessions.start("steelyard evaluate " + parsed.name())) {
      EvaluateJob job = new EvaluateJob(spark, parsed, options, spec.commandLine().getOut());
      if (planOnly) {
        EvaluationPlan plan = job.plan();
        long possible =
            plan.units().size() + (long) plan.models().size() * plan.unprepared().size();
        return ExitStatus.of(possible, plan.failures().size());
      }
      RunResult result = job.run();
      return ExitStatus.of(result.units().size(), result.failures().size());
    }
  }

  private String commandLine() {
    List<String> words = spec.commandLine().getParseResult().originalArgs();
    return "steelyard " + String.join(" ", words);
  }
}
