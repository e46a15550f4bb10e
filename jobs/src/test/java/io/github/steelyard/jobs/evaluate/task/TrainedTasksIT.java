package io.github.steelyard.jobs.evaluate.task;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.steelyard.engine.training.ModelCard;
import io.github.steelyard.engine.training.ModelCardFile;
import io.github.steelyard.jobs.SparkJobTest;
import io.github.steelyard.jobs.train.TrainJob;
import io.github.steelyard.reports.run.RunResult;
import io.github.steelyard.reports.run.unit.FailureRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Families of regressions and of sets of labels: trained on tables, and evaluated on others. */
class TrainedTasksIT extends SparkJobTest {
  private static final long SEED = 11;

  private static final String NUMBERS =
      """
        name: plane
        format: csv
        label: y
        features: [x1, x2]
        splits:
          train: {path: "%1$s/train.csv"}
          test: {path: "%1$s/test.csv"}
      """;

  private static final String LABELS =
      """
        name: plane
        format: csv
        labels: [right, upper, far]
        label: [right, upper, far]
        features: [x1, x2]
        splits:
          train: {path: "%1$s/train.csv"}
          test: {path: "%1$s/test.csv"}
      """;

  /** Points with a number that is linear in them, far from 0, and what is true of them. */
  private void writeTables() throws IOException {
    Random random = new Random(SEED);
    for (String split : List.of("train", "test")) {
      List<String> lines = new ArrayList<>(List.of("x1,x2,y,right,upper,far"));
      for (int row = 0; row < 400; row++) {
        double x1 = random.nextGaussian();
        double x2 = random.nextGaussian();
        lines.add(
            String.format(
                Locale.ROOT,
                "%.4f,%.4f,%.4f,%d,%d,%d",
                x1,
                x2,
                5000 + 300 * x1 - 200 * x2,
                x1 > 0 ? 1 : 0,
                x2 > 0 ? 1 : 0,
                Math.hypot(x1, x2) > 1 ? 1 : 0));
      }
      Files.write(folder.resolve(split + ".csv"), lines);
    }
  }

  private void train(String task, String dataset) throws IOException {
    writeTables();
    Path family =
        Files.writeString(
            folder.resolve("family.yaml"),
            "name: f\ntask: "
                + task
                + "\ndataset:\n"
                + dataset.formatted(folder)
                + "axes: {architecture: mlp, width: 16, depth: [1, 2], epochs: 40, seeds: 1,"
                + " learning_rate: 0.01, batch_size: 32}\n");
    assertThat(train(family, Map.of(), folder.resolve("models")))
        .isEqualTo(new TrainJob.Result(2, 0, 0));
  }

  private RunResult evaluate(String task, String dataset) throws IOException {
    Path suite =
        Files.writeString(
            folder.resolve("suite.yaml"),
            "name: s\ntask: "
                + task
                + "\ndatasets:\n  -"
                + dataset.formatted(folder).indent(2).substring(3)
                + "models: [{family: "
                + folder.resolve("models")
                + "}]\n");
    return evaluate(suite, Map.of(), folder.resolve("out"));
  }

  private static double onTest(RunResult result, String model, String metric) {
    return result.metrics().stream()
        .filter(row -> row.model().equals(model) && row.split().equals("test"))
        .filter(row -> row.metric().equals(metric) && row.aspect() == null && row.whole())
        .findFirst()
        .orElseThrow()
        .value();
  }

  @Test
  void aFamilyOfRegressionsLearnsTargetsOfAnySize() throws Exception {
    train("regression", NUMBERS);
    ModelCard card = ModelCardFile.read(folder.resolve("models/mlp-d1" + ModelCardFile.SUFFIX));
    assertThat(card.data().task()).isEqualTo("regression");
    assertThat(card.data().labels().classes()).isZero();
    List<Double> losses = card.training().epochLosses();

    RunResult result = evaluate("regression", NUMBERS);

    assertThat(result.failures()).isEmpty();
    for (String model : List.of("mlp-d1", "mlp-d2")) {
      assertThat(onTest(result, model, "r-squared")).isGreaterThan(0.99);
    }
    // The last loss is a mean squared error in the targets' own unit.
    assertThat(Math.sqrt(losses.get(losses.size() - 1)))
        .isBetween(
            onTest(result, "mlp-d1", "root-mean-squared-error") / 3,
            onTest(result, "mlp-d1", "root-mean-squared-error") * 3);
  }

  @Test
  void aFamilyOfSetsOfLabelsLearnsEachLabel() throws Exception {
    train("multilabel", LABELS);
    RunResult result = evaluate("multilabel", LABELS);

    assertThat(result.failures()).isEmpty();
    for (String model : List.of("mlp-d1", "mlp-d2")) {
      assertThat(onTest(result, model, "hamming-loss")).isLessThan(0.06);
      assertThat(onTest(result, model, "subset-accuracy")).isGreaterThan(0.85);
    }
  }

  @Test
  void modelsOfAnotherTaskAreFailures() throws Exception {
    train("regression", NUMBERS);
    RunResult result = evaluate("multilabel", LABELS);
    assertThat(result.units()).isEmpty();
    assertThat(result.failures())
        .extracting(FailureRow::message)
        .contains(
            "Model 'mlp-d1': expected a model trained for the suite's task multilabel. Found: one"
                + " for regression");
  }
}
