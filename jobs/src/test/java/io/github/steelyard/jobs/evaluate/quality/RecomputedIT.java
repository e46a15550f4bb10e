package io.github.steelyard.jobs.evaluate.quality;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.steelyard.jobs.evaluate.ExportedRun;
import io.github.steelyard.jobs.evaluate.task.RealTables;
import io.github.steelyard.reports.run.RunResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** Whole runs on real data, every metric recomputed by scikit-learn from what was stored. */
@EnabledIf(
    value = "everythingIsThere",
    disabledReason = "../shared/data or a python3 with scikit-learn 1.2 is not there")
class RecomputedIT extends RealTables {
  private static final String PYTHON = "/usr/bin/python3";
  private static final String VERSION = "import sklearn; assert sklearn.__version__[:4] == '1.2.'";
  private static final int EXAMPLES = 2_000;

  static boolean everythingIsThere() throws Exception {
    return sharedIsThere() && python("-c", VERSION).status() == 0;
  }

  private record Said(int status, String text) {}

  private static Said python(String... arguments) throws Exception {
    String[] command = new String[1 + arguments.length];
    command[0] = PYTHON;
    System.arraycopy(arguments, 0, command, 1, arguments.length);
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String text = new String(process.getInputStream().readAllBytes(), UTF_8);
      return new Said(process.waitFor(), text);
    } catch (IOException e) {
      return new Said(127, String.valueOf(e.getMessage()));
    }
  }

  /** The exports stay in target/, for the golden files of engine/core. */
  private void recompute(String name, RunResult result, int models) throws Exception {
    Path exported = Path.of("target/exported").resolve(name);
    new ExportedRun(spark(), folder.resolve("out"), result).write("test", exported);

    Said said = python(repository("scripts/oracles/recompute.py").toString(), exported.toString());

    assertThat(said.status()).as(said.text()).isZero();
    assertThat(said.text().lines()).hasSize(models).allMatch(line -> line.endsWith("recomputed"));
  }

  @Test
  void everyFigureOfTheLeNetsIsThatOfScikitLearn() throws Exception {
    RunResult result =
        evaluate(
            repository("conf/suites/mnist-lenet.yaml"),
            Map.of("data", shared().toString()),
            folder.resolve("out"),
            EXAMPLES);
    recompute("mnist-lenet", result, 4);
  }

  @Test
  void everyFigureOfTwoClassesIsThatOfScikitLearn() throws Exception {
    splitBelowTheFirstLine("breast_cancer.csv");
    recompute("breast-cancer", run("breast-cancer"), 8);
  }

  @Test
  void everyFigureOfTenClassesOfATableIsThatOfScikitLearn() throws Exception {
    split(lines("digits.csv.gz"));
    recompute("digits-table", run("digits-table"), 3);
  }

  @Test
  void everyFigureOfPredictedNumbersIsThatOfScikitLearn() throws Exception {
    splitDiabetes();
    recompute("diabetes", run("diabetes"), 8);
  }
}
