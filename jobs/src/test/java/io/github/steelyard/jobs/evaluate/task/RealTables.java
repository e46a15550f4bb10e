package io.github.steelyard.jobs.evaluate.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.steelyard.jobs.SparkJobTest;
import io.github.steelyard.reports.run.RunResult;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** Trains on real tables, where the checkout has {@code shared/data} beside it, and evaluates. */
public abstract class RealTables extends SparkJobTest {
  private static final int TESTED = 4;

  protected static List<String> lines(String name) throws IOException {
    Path file = shared().resolve("tabular").resolve(name);
    try (InputStream in = Files.newInputStream(file);
        BufferedReader reader =
            new BufferedReader(
                new InputStreamReader(
                    name.endsWith(".gz") ? new GZIPInputStream(in) : in, StandardCharsets.UTF_8))) {
      return reader.lines().toList();
    }
  }

  /** Three rows of four for training, every fourth for the test. */
  protected void split(List<String> rows) throws IOException {
    List<String> train = new ArrayList<>();
    List<String> test = new ArrayList<>();
    for (int row = 0; row < rows.size(); row++) {
      (row % TESTED == TESTED - 1 ? test : train).add(rows.get(row));
    }
    Files.write(folder.resolve("train.csv"), train);
    Files.write(folder.resolve("test.csv"), test);
  }

  /** Trains a family of conf/ and evaluates it. */
  protected RunResult run(String name) throws Exception {
    return run(
        repository("conf/families/" + name + ".yaml"), repository("conf/suites/" + name + ".yaml"));
  }

  protected RunResult run(Path family, Path suite) throws Exception {
    Map<String, String> data = Map.of("data", folder.toString());
    Path models = folder.resolve("models");
    train(family, data, models);
    RunResult result =
        evaluate(
            suite,
            Map.of("data", folder.toString(), "models", models.toString()),
            folder.resolve("out"));
    assertThat(result.failures()).isEmpty();
    return result;
  }

  /** Ten measures of patients and the progress of their diabetes. */
  protected void splitDiabetes() throws IOException {
    List<String> measures = lines("diabetes_data_raw.csv.gz");
    List<String> targets = lines("diabetes_target.csv.gz");
    List<String> rows = new ArrayList<>();
    for (int row = 0; row < measures.size(); row++) {
      rows.add(measures.get(row).strip().replaceAll("\\s+", ",") + "," + targets.get(row));
    }
    split(rows);
  }

  /** A table whose first line says other things. */
  protected void splitBelowTheFirstLine(String name) throws IOException {
    List<String> rows = lines(name);
    split(rows.subList(1, rows.size()));
  }

  protected static void assumeShared() {
    assumeTrue(sharedIsThere(), "shared/data is not beside the checkout");
  }
}
