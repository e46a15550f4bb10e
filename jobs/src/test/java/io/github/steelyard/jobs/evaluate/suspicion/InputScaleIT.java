package io.github.steelyard.jobs.evaluate.suspicion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.steelyard.jobs.evaluate.BadInputTest;
import io.github.steelyard.jobs.evaluate.ScoreJob;
import io.github.steelyard.jobs.evaluate.plan.EvaluateOptions;
import io.github.steelyard.reports.run.RunResult;
import io.github.steelyard.reports.run.suspicion.AlarmRow;
import io.github.steelyard.reports.run.unit.SeenInputs;
import io.github.steelyard.reports.run.unit.UnitSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.apache.hadoop.fs.FileUtil;
import org.junit.jupiter.api.Test;

/** Inputs on another scale than a model's preprocessing is for, through a whole run. */
class InputScaleIT extends BadInputTest {
  /** Numbers from 0 to just below the factor. */
  private String numbers(String name, double factor) throws IOException {
    Random random = new Random(3);
    StringBuilder text = new StringBuilder("id,w,x,y,z,kind\n");
    for (int row = 0; row < 60; row++) {
      text.append("f").append(row);
      for (int feature = 0; feature < 4; feature++) {
        text.append(String.format(Locale.ROOT, ",%.4f", factor * random.nextDouble()));
      }
      text.append(row % 2 == 0 ? ",a\n" : ",b\n");
    }
    return file(name, text.toString());
  }

  private static List<String> raised(RunResult result) {
    return result.rows(AlarmRow.class).stream()
        .filter(row -> row.alarm().equals("input-scale"))
        .map(row -> row.model() + "/" + row.split() + ": " + row.message())
        .toList();
  }

  @Test
  void contradictionsAreSaidAndKeptForScore() throws Exception {
    String datasets =
        csv(Map.of(
                "train", numbers("train.csv", 1),
                "test", numbers("test.csv", 0.9),
                "far", numbers("far.csv", 1000)))
            .replace("splits:", "train_split: train, splits:");
    Path suite =
        Files.writeString(
            folder.resolve("suite.yaml"),
            "name: scales\ndatasets: [%s]\nmodels:\n  - %s\n  - {name: pixels, path: %s, preprocessing: {scale: 1/255}}\n"
                .formatted(datasets, goodModel(), model()));

    RunResult result = evaluate(suite, Map.of(), out);

    assertThat(result.failures()).isEmpty();
    assertThat(raised(result))
        .containsExactlyInAnyOrder(
            "good/far: It is given numbers up to 999.1 here and up to 0.9991 of the split it was"
                + " trained on: the two are on different scales",
            "pixels/far: It is given numbers up to 3.918 here and up to 0.003918 of the split it was"
                + " trained on: the two are on different scales",
            "pixels/train: Inputs from 0.0004000 to 0.9991 become numbers from 1.569e-06 to"
                + " 0.003918: its preprocessing is for larger ones, such as pixels from 0 to 255",
            "pixels/test: Inputs from 0.0004000 to 0.8992 become numbers from 1.569e-06 to"
                + " 0.003526: its preprocessing is for larger ones, such as pixels from 0 to 255");
    UnitSettings settings =
        result.rows(UnitSettings.class).stream()
            .filter(row -> row.model().equals("pixels") && row.split().equals("far"))
            .findFirst()
            .orElseThrow();
    SeenInputs seen = settings.inputs();
    assertThat(seen).isNotNull();
    assertThat(seen.decoded().greatest()).isBetween(900.0, 1000.0);
    assertThat(seen.given().greatest()).isCloseTo(seen.decoded().greatest() / 255, within(1e-4));

    try (var prepared = Files.list(out.resolve("data"))) {
      for (Path split : prepared.filter(path -> Files.exists(path.resolve("inputs"))).toList()) {
        assertThat(FileUtil.fullyDelete(split.resolve("inputs").toFile())).isTrue();
      }
    }
    EvaluateOptions options = new EvaluateOptions(out.toString(), 0, false, "score", "test");
    RunResult again =
        new ScoreJob(spark(), result.run().id(), options, null, new PrintWriter(new StringWriter()))
            .run();
    assertThat(again.rows(AlarmRow.class)).isEqualTo(result.rows(AlarmRow.class));
    assertThat(again.rows(UnitSettings.class)).isEqualTo(result.rows(UnitSettings.class));
  }
}
