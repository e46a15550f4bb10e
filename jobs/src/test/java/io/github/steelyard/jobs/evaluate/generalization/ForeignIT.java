package io.github.steelyard.jobs.evaluate.generalization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.steelyard.jobs.SparkJobTest;
import io.github.steelyard.jobs.evaluate.EvaluateJob;
import io.github.steelyard.jobs.evaluate.ScoreJob;
import io.github.steelyard.jobs.evaluate.TinyModel;
import io.github.steelyard.jobs.evaluate.plan.EvaluateOptions;
import io.github.steelyard.jobs.suite.SuiteFile;
import io.github.steelyard.jobs.suite.settings.Suite;
import io.github.steelyard.reports.leaderboard.Leaderboard;
import io.github.steelyard.reports.run.RunResult;
import io.github.steelyard.reports.run.comparison.ComparisonRow;
import io.github.steelyard.reports.run.generalization.GapRow;
import io.github.steelyard.reports.run.generalization.OutOfDistributionRow;
import io.github.steelyard.reports.run.generalization.Relative;
import io.github.steelyard.reports.run.quality.MetricRow;
import io.github.steelyard.reports.run.suspicion.AlarmRow;
import io.github.steelyard.reports.run.unit.FailureRow;
import io.github.steelyard.reports.run.unit.RunUnit;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Data sets that are foreign to the models, through a whole run. */
class ForeignIT extends SparkJobTest {
  private static final String SUITE =
      """
      name: strangers
      variables: {folder: {doc: the data}, model: {doc: probabilities}, logits: {doc: logits}}
      datasets:
        - name: garden
          format: csv
          id: id
          label: kind
          labels: [a, b]
          splits: {test: {path: "${folder}/garden.csv"}}
        - name: stones
          format: csv
          id: id
          label: kind
          features: [w, x, y, z]
          labels: [granite, marble, slate]
          slices: [mine]
          splits: {all: {path: "${folder}/stones.csv"}}
          foreign_to: garden/test
        - name: narrow
          format: csv
          id: id
          label: kind
          features: [w, x]
          labels: [granite, marble, slate]
          splits: {all: {path: "${folder}/stones.csv"}}
          foreign_to: garden/test
        - name: orphan
          format: csv
          id: id
          label: kind
          features: [w, x, y, z]
          labels: [granite, marble, slate]
          splits: {all: {path: "${folder}/stones.csv"}}
          foreign_to: lost/test
        - name: lost
          format: csv
          labels: [a, b]
          label: kind
          splits: {test: {path: "${folder}/none.csv"}}
      models:
        - {name: soft, path: "${model}"}
        - {name: raw, path: "${logits}", outputs: logits}
      """;

  /** Measures close to 0, where flowers of the two kinds meet: the models are unsure. */
  private static String stones(int rows) {
    Random random = new Random(11);
    StringBuilder text = new StringBuilder("id,w,x,y,z,kind,mine\n");
    for (int row = 0; row < rows; row++) {
      text.append("s").append(row);
      for (int feature = 0; feature < 4; feature++) {
        text.append(String.format(Locale.ROOT, ",%.3f", 0.5 + random.nextGaussian() / 10));
      }
      text.append(new String[] {",granite", ",marble", ",slate"}[row % 3]).append(",deep\n");
    }
    return text.toString();
  }

  private static boolean foreign(String dataset) {
    return !dataset.equals("garden");
  }

  @Test
  void scoresTellForeignExamplesApartAndNothingElseSpeaksOfThem() throws Exception {
    Path model = TinyModel.train(spark(), Files.createDirectories(folder.resolve("model")));
    Path logits = Files.write(folder.resolve("logits.zip"), TinyModel.withIdentityOutput(model));
    Files.writeString(folder.resolve("garden.csv"), TinyModel.flowers(300));
    Files.writeString(folder.resolve("stones.csv"), stones(200));
    Path suite = Files.writeString(folder.resolve("suite.yaml"), SUITE);
    Path out = folder.resolve("out");

    RunResult result =
        evaluate(
            suite,
            Map.of(
                "folder",
                folder.toString(),
                "model",
                model.toString(),
                "logits",
                logits.toString()),
            out);

    assertThat(result.rows(OutOfDistributionRow.class))
        .hasSize(12)
        .allMatch(row -> row.foreign().equals(new Relative("stones", "all", "garden", "test")))
        .allMatch(row -> row.examples() == 300 && row.foreignExamples() == 200);
    assertThat(result.rows(OutOfDistributionRow.class))
        .filteredOn(row -> row.value() == null)
        .hasSize(4)
        .allMatch(row -> row.model().equals("soft") && !row.score().equals("confidence"));
    OutOfDistributionRow soft = row(result, "soft", "auroc");
    assertThat(soft.interval()).isNotNull();
    assertThat(soft.value()).isBetween(0.5, 1.0);
    assertThat(row(result, "raw", "auroc").value())
        .as("the softmax of the logits is what the other model yields")
        .isCloseTo(
            Objects.requireNonNull(soft.value()),
            within(Objects.requireNonNull(soft.errorBound()) + 1e-3));
    assertThat(result.units())
        .filteredOn(unit -> foreign(unit.dataset()))
        .extracting(RunUnit::model)
        .containsExactlyInAnyOrder("soft", "raw");
    assertThat(result.metrics()).extracting(MetricRow::dataset).containsOnly("garden");
    assertThat(result.confusion()).isNotEmpty().noneMatch(row -> foreign(row.dataset()));
    assertThat(result.rows(ComparisonRow.class)).noneMatch(row -> foreign(row.pair().dataset()));
    assertThat(result.rows(GapRow.class)).isEmpty();
    assertThat(result.rows(AlarmRow.class)).noneMatch(row -> foreign(row.dataset()));
    assertThat(Leaderboard.text(result))
        .contains("told from stones / all")
        .doesNotContain("\nstones / all");
    assertThat(result.failures())
        .extracting(FailureRow::message)
        .containsExactlyInAnyOrder(
            folder.resolve("none.csv")
                + ": is missing, expected a file, a folder or a glob of them",
            "Model 'soft': expects input [4], the data set 'narrow' gives [2] after its"
                + " preprocessing",
            "Model 'raw': expects input [4], the data set 'narrow' gives [2] after its"
                + " preprocessing",
            "orphan/all: is foreign to lost/test, expected that one to be prepared: models answer"
                + " with its classes");

    RunResult again =
        new ScoreJob(
                spark(),
                result.run().id(),
                new EvaluateOptions(out.toString(), 0, false, "steelyard score (test)", "test"),
                null,
                new PrintWriter(new StringWriter()))
            .run();

    assertThat(again.rows(OutOfDistributionRow.class))
        .isEqualTo(result.rows(OutOfDistributionRow.class));
    assertThat(again.metrics()).isEqualTo(result.metrics());
    assertThat(again.units())
        .extracting(RunUnit::predictionKey)
        .isEqualTo(result.units().stream().map(RunUnit::predictionKey).toList());
  }

  @Test
  void aPlanSaysThatAForeignSplitWaitsForItsOrigin() throws Exception {
    Path model = TinyModel.train(spark(), Files.createDirectories(folder.resolve("model")));
    Files.writeString(folder.resolve("garden.csv"), TinyModel.flowers(40));
    Files.writeString(folder.resolve("stones.csv"), stones(40));
    String stones =
        SUITE.substring(SUITE.indexOf("  - name: stones"), SUITE.indexOf("  - name: narrow"));
    String garden =
        SUITE.substring(SUITE.indexOf("  - name: garden"), SUITE.indexOf("  - name: stones"));
    String head =
        "name: strangers\nvariables: {folder: {doc: the data}, model: {doc: a model}}\ndatasets:\n";
    String models = "models: [{name: soft, path: \"${model}\"}]\n";
    Map<String, String> set = Map.of("folder", folder.toString(), "model", model.toString());
    Path out = folder.resolve("out");
    String own = stones.replace("    foreign_to: garden/test\n", "");
    evaluate(Files.writeString(folder.resolve("alone.yaml"), head + own + models), set, out);

    Suite suite =
        SuiteFile.read(
            Files.writeString(folder.resolve("suite.yaml"), head + garden + stones + models), set);
    StringWriter said = new StringWriter();
    EvaluateOptions options = new EvaluateOptions(out.toString(), 0, false, "plan", "test");
    new EvaluateJob(spark(), suite, options, new PrintWriter(said, true)).plan();

    assertThat(said.toString())
        .contains("garden/test                        to be prepared                  -")
        .contains(
            "stones/all: waits for garden/test, which it is foreign to: models answer with its"
                + " classes")
        .contains("0 units; 0 MACs to compute; 2 units more on splits that are to be prepared")
        .doesNotContain("would fail");
  }

  private static OutOfDistributionRow row(RunResult result, String model, String measure) {
    return result.rows(OutOfDistributionRow.class).stream()
        .filter(row -> row.model().equals(model) && row.measure().equals(measure))
        .filter(row -> row.score().equals("confidence"))
        .findFirst()
        .orElseThrow();
  }
}
