package io.github.steelyard.reports.table;

import com.google.auto.service.AutoService;
import io.github.steelyard.engine.inference.EngineDescription;
import io.github.steelyard.reports.run.RunResult;
import io.github.steelyard.reports.run.RunSettings;
import io.github.steelyard.reports.run.unit.RunUnit;
import java.util.List;

/** The table that says which runs exist. */
@AutoService(ReportTable.class)
public final class RunsTable extends RecordTable<RunResult> {
  /** Published after all others. */
  public static final String NAME = "runs";

  public RunsTable() {
    super(
        NAME,
        "One row for each run. It is published last: a run that has no row here does not exist.",
        List::of,
        List.of(
            TableColumn.text(
                1,
                "suite",
                "The suite's name; runs of the same suite can be compared.",
                result -> result.run().suite()),
            TableColumn.text(
                2,
                "suite_sha256",
                "SHA-256 of the suite's text.",
                result -> result.run().suiteSha256()),
            TableColumn.text(
                3,
                "command_line",
                "The command that started the run.",
                result -> result.run().commandLine()),
            TableColumn.time(
                4, "started_at", "When the run started.", result -> result.run().started()),
            TableColumn.time(
                5,
                "finished_at",
                "When its last result was there.",
                result -> result.run().finished()),
            TableColumn.text(
                6,
                "status",
                "'done', 'partial' (some units failed) or 'failed' (all did).",
                result -> result.run().status().toString()),
            TableColumn.text(
                7,
                "steelyard_version",
                "Steelyard's version.",
                result -> result.run().steelyardVersion()),
            TableColumn.text(
                8, "spark_version", "Spark's version.", result -> result.run().sparkVersion()),
            TableColumn.text(
                9,
                "spark_master",
                "Spark's master, where the tasks ran.",
                result -> result.run().sparkMaster()),
            TableColumn.text(
                10,
                "java_version",
                "The driver's Java version.",
                result -> result.run().javaVersion()),
            TableColumn.text(
                11,
                "operating_system",
                "The driver's operating system.",
                result -> result.run().operatingSystem()),
            TableColumn.text(
                12,
                "processor",
                "The driver's processor and its number of cores.",
                result -> result.run().processor()),
            TableColumn.texts(
                13,
                "engines",
                "Every engine that ran, in words.",
                result -> result.run().engines().stream().map(RunsTable::words).toList()),
            TableColumn.nullableCount(
                14,
                "limit",
                "examples",
                "The most examples of a split that were asked for; none means all.",
                result -> result.run().limit()),
            TableColumn.count(
                15,
                "units",
                "units",
                "Units (model, data set, split) that have their predictions.",
                result -> result.units().size()),
            TableColumn.count(
                16,
                "failures",
                "rows",
                "Rows of the run in table 'failures'.",
                result -> result.failures().size()),
            TableColumn.count(
                17,
                "examples",
                "examples",
                "Examples of all units, an example counted once for each.",
                result -> result.units().stream().mapToLong(RunUnit::examples).sum()),
            TableColumn.count(
                18,
                "parts",
                "files",
                "Files of predictions that the units read.",
                result -> result.units().stream().mapToLong(RunUnit::parts).sum()),
            TableColumn.count(
                19,
                "parts_from_cache",
                "files",
                "Those of them that an earlier run had left.",
                result -> result.units().stream().mapToLong(RunUnit::partsFromCache).sum()),
            TableColumn.nullableText(
                60,
                "evaluate",
                "The suite's block 'evaluate' as YAML; empty where it has none.",
                result ->
                    result.rows(RunSettings.class).stream()
                        .map(RunSettings::evaluate)
                        .findFirst()
                        .orElse(null))));
  }

  private static String words(EngineDescription engine) {
    return "%s %s on %s, %s, %s, threads %d"
        .formatted(
            engine.engine(),
            engine.version(),
            engine.device(),
            engine.precision(),
            engine.kernels(),
            engine.threads());
  }
}
