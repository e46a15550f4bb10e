package io.github.steelyard.jobs;

import io.github.steelyard.jobs.spark.Sessions;
import io.github.steelyard.jobs.suite.FamilyFile;
import io.github.steelyard.jobs.suite.settings.Family;
import io.github.steelyard.jobs.train.TrainJob;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code steelyard train}: a family of models, one Spark task each. */
@Command(
    name = "train",
    description = "Trains a family of models across the cluster, each with its model card.",
    mixinStandardHelpOptions = true)
final class TrainCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--family",
      required = true,
      paramLabel = "FILE",
      description = "The family file.")
  private Path family;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Where models and cards go; any Hadoop path that all executors see.")
  private String out;

  @Option(
      names = "--set",
      paramLabel = "NAME=VALUE",
      description = "Fills a variable that the family file declares.")
  private Map<String, String> variables = new LinkedHashMap<>();

  @SuppressWarnings("NullAway.Init") // picocli fills the fields
  TrainCommand() {}

  @Override
  public Integer call() throws Exception {
    Family parsed = FamilyFile.read(family, variables);
    try (SparkSession spark = Sessions.start("steelyard train " + parsed.name())) {
      TrainJob.Result result =
          new TrainJob(spark, parsed, out, BuildVersion.text(), spec.commandLine().getOut()).run();
      return ExitStatus.of(result.trained() + result.kept(), result.failed());
    }
  }
}
