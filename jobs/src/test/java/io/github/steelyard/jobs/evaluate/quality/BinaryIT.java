package io.github.steelyard.jobs.evaluate.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.steelyard.jobs.evaluate.BadInputTest;
import io.github.steelyard.jobs.evaluate.ExportedRun;
import io.github.steelyard.jobs.evaluate.ScoreJob;
import io.github.steelyard.jobs.evaluate.TinyModel;
import io.github.steelyard.jobs.evaluate.plan.EvaluateOptions;
import io.github.steelyard.jobs.suite.SuiteFile;
import io.github.steelyard.jobs.suite.settings.Suite;
import io.github.steelyard.reports.run.RunResult;
import io.github.steelyard.reports.run.quality.MetricRow;
import io.github.steelyard.reports.run.unit.BinaryDecision;
import io.github.steelyard.reports.run.unit.UnitSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A yes-or-no question as a suite puts it: its positive class, threshold and levels. */
class BinaryIT extends BadInputTest {
  private static final String ASKED =
      "{binary: {positive: a, threshold: 0.3, beta: 0.5, at_recall: 0.8}}";

  private Path suite(String name, String evaluate) throws IOException {
    return Files.writeString(
        folder.resolve(name),
        "name: question\ndatasets: [%s]\nmodels: [%s]\nevaluate: %s\n"
            .formatted(
                csv(Map.of("test", file("test.csv", TinyModel.flowers(120)))),
                goodModel(),
                evaluate));
  }

  private RunResult score(RunResult earlier, Suite suite) throws IOException {
    EvaluateOptions options = new EvaluateOptions(out.toString(), 0, false, "score", "test");
    PrintWriter said = new PrintWriter(new StringWriter());
    return new ScoreJob(spark(), earlier.run().id(), options, suite, said).run();
  }

  private static double value(RunResult result, String metric) {
    return result.metrics().stream()
        .filter(row -> row.metric().equals(metric) && row.whole() && row.aspect() == null)
        .map(MetricRow::value)
        .filter(Objects::nonNull)
        .findFirst()
        .orElseThrow();
  }

  /** The share of examples of class a whose score is at least the threshold. */
  private double recall(RunResult result, double threshold) throws Exception {
    Path exported = folder.resolve("exported-" + threshold);
    new ExportedRun(spark(), out, result).write("test", exported);
    List<String> lines = Files.readAllLines(exported.resolve("good.csv"));
    List<String> header = List.of(lines.get(0).split(","));
    int score = header.indexOf("group") + 1;
    List<String[]> positive =
        lines.stream()
            .skip(1)
            .map(line -> line.split(","))
            .filter(cells -> cells[header.indexOf("label")].equals("0"))
            .toList();
    long found =
        positive.stream().filter(cells -> Double.parseDouble(cells[score]) >= threshold).count();
    return (double) found / positive.size();
  }

  @Test
  void theMetricsAreThoseOfTheQuestionAndScoreAsksItAgain() throws Exception {
    RunResult usual = evaluate(suite("usual.yaml", "{}"), Map.of(), out);
    RunResult asked = evaluate(suite("asked.yaml", ASKED), Map.of(), out);

    assertThat(asked.units().get(0).predictionKey())
        .as("no prediction depends on it")
        .isEqualTo(usual.units().get(0).predictionKey());
    assertThat(value(asked, "binary-recall")).isCloseTo(recall(asked, 0.3), within(1e-12));
    double precision = value(asked, "binary-precision");
    double recall = value(asked, "binary-recall");
    assertThat(value(asked, "binary-f-beta"))
        .isCloseTo(1.25 * precision * recall / (0.25 * precision + recall), within(1e-12));
    assertThat(asked.rows(UnitSettings.class))
        .extracting(UnitSettings::binary)
        .containsExactly(new BinaryDecision("a", 0.3, 0.5, 0.8, 0.9));
    assertThat(usual.rows(UnitSettings.class))
        .extracting(UnitSettings::binary)
        .containsExactly(new BinaryDecision("b", 0.5, 2, 0.9, 0.9));
    assertThat(asked.rows(UnitSettings.class))
        .allMatch(row -> row.taskVersion() >= 1 && row.shiftVersion() == null);

    RunResult again = score(asked, null);
    assertThat(again.metrics()).isEqualTo(asked.metrics());
    assertThat(again.rows(UnitSettings.class)).isEqualTo(asked.rows(UnitSettings.class));

    Suite stricter = SuiteFile.read(suite("strict.yaml", ASKED.replace("0.3", "0.8")), Map.of());
    RunResult strict = score(asked, stricter);
    assertThat(value(strict, "binary-recall")).isCloseTo(recall(strict, 0.8), within(1e-12));
    assertThat(value(strict, "accuracy")).isEqualTo(value(asked, "accuracy"));
  }

  @Test
  void aPositiveClassThatTheStoredExamplesDoNotHaveIsAFailureOfTheSplit() throws Exception {
    RunResult first = evaluate(suite("usual.yaml", "{}"), Map.of(), out);
    String other =
        Files.readString(suite("other.yaml", "{binary: {positive: c}}"))
            .replace("[a, b]", "[b, c]");
    Suite suite = SuiteFile.read(Files.writeString(folder.resolve("other.yaml"), other), Map.of());

    assertThat(sentences(score(first, suite)))
        .containsExactly(
            Map.entry(
                "flowers/test",
                "flowers/test: has no class 'c', expected the one that binary.positive names among"
                    + " a, b"));
  }
}
