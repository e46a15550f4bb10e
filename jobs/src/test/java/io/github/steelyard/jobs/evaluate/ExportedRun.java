package io.github.steelyard.jobs.evaluate;

import io.github.steelyard.reports.run.RunResult;
import io.github.steelyard.reports.run.quality.MetricRow;
import io.github.steelyard.reports.run.unit.RunUnit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Writes what models said of a split, and the metrics that the run made of it, as CSV files which
 * {@code scripts/oracles/recompute.py} reads: {@code MODEL.csv} with label, weight, group and
 * probabilities (or target, weight, group and prediction) of each example in order, and {@code
 * MODEL.metrics.csv} with the values of the whole split.
 *
 * @param out the folder of the run
 */
public record ExportedRun(SparkSession spark, Path out, RunResult result) {
  /** Writes the files of all models into a folder. */
  public void write(String split, Path folder) throws IOException {
    Files.createDirectories(folder);
    for (RunUnit unit : result.units()) {
      if (unit.split().equals(split) && unit.shift() == null) {
        Files.write(folder.resolve(unit.model() + ".csv"), examples(unit));
        Files.write(folder.resolve(unit.model() + ".metrics.csv"), metrics(unit));
      }
    }
  }

  private List<String> examples(RunUnit unit) {
    Dataset<Row> rows =
        spark
            .read()
            .parquet(out.resolve("data/" + unit.fingerprint() + "/examples").toString())
            .join(
                spark.read().parquet(out.resolve("predictions/" + unit.predictionKey()).toString()),
                "ordinal")
            .orderBy("ordinal");
    boolean classes = unit.task().equals("classification");
    String truth = classes ? "label" : "target";
    String said = classes ? "scores" : "prediction";
    List<String> lines = new ArrayList<>();
    for (Row row : rows.select(truth, "weight", "group", said).collectAsList()) {
      String numbers =
          classes
              ? row.<Float>getList(3).stream().map(String::valueOf).collect(Collectors.joining(","))
              : Float.toString((float) row.getDouble(3));
      if (lines.isEmpty()) {
        lines.add(header(truth, classes ? row.<Float>getList(3).size() : 0));
      }
      lines.add(row.get(0) + "," + row.get(1) + "," + row.get(2) + "," + numbers);
    }
    return lines;
  }

  private static String header(String truth, int classes) {
    String numbers =
        classes == 0
            ? "prediction"
            : IntStream.range(0, classes)
                .mapToObj(index -> "probabilities" + index)
                .collect(Collectors.joining(","));
    return truth + ",weight,group," + numbers;
  }

  private List<String> metrics(RunUnit unit) {
    List<String> lines = new ArrayList<>(List.of("metric,aspect,value"));
    for (MetricRow row : result.metrics()) {
      if (row.model().equals(unit.model()) && row.split().equals(unit.split()) && row.whole()) {
        lines.add(
            row.metric()
                + ","
                + Objects.requireNonNullElse(row.aspect(), "")
                + ","
                + (row.value() == null ? "undefined" : row.value()));
      }
    }
    return lines;
  }
}
