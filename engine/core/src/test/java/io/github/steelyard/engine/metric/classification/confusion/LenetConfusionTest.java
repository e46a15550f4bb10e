package io.github.steelyard.engine.metric.classification.confusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.steelyard.engine.columnar.RowBlock;
import io.github.steelyard.engine.data.LabelMap;
import io.github.steelyard.engine.metric.MetricSettings;
import io.github.steelyard.engine.metric.Metrics;
import io.github.steelyard.engine.metric.classification.ClassificationRows;
import io.github.steelyard.engine.metric.scorecard.ScoreRow;
import io.github.steelyard.engine.metric.scorecard.Scorecard;
import io.github.steelyard.engine.task.OutputKind;
import io.github.steelyard.engine.task.classification.ClassificationTask;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** scikit-learn's figures of four real models on MNIST, from their confusion matrices alone. */
class LenetConfusionTest {
  private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?([eE]-?\\d+)?");

  private static final Map<String, String> NAMES =
      Map.of(
          "accuracy", "accuracy ",
          "macro_precision", "precision macro",
          "macro_recall", "recall macro",
          "macro_f1", "f1 macro",
          "weighted_f1", "f1 weighted",
          "mcc", "matthews-correlation ",
          "kappa", "cohen-kappa ",
          "balanced_accuracy", "balanced-accuracy ");

  @ParameterizedTest
  @ValueSource(strings = {"lenet-1", "lenet-4", "lenet-5", "dl4j-mnist-lenet"})
  void theFiguresOfRealModelsAgree(String model) throws IOException {
    Path folder = Path.of("").toAbsolutePath();
    while (folder != null && !Files.isDirectory(folder.resolve("shared/data/expected"))) {
      folder = folder.getParent();
    }
    assumeTrue(folder != null, "shared/data/expected is not beside the repository");
    String json = Files.readString(folder.resolve("shared/data/expected/" + model + ".json"));

    Map<String, Double> ours = new TreeMap<>();
    for (ScoreRow row : scorecard(json).estimates(0.95)) {
      Double number = row.estimate().number();
      if (number != null) {
        ours.put(row.estimate().metric() + " " + row.estimate().aspect(), number);
      }
    }

    NAMES.forEach(
        (theirs, name) ->
            assertThat(ours.get(name)).as(name).isCloseTo(number(json, theirs, 0), within(1e-12)));
    int from = json.indexOf("\"per_class\"");
    for (int i = 0; i < 10; i++) {
      from = json.indexOf("\"c\"", from + 1);
      for (String name : new String[] {"precision", "recall", "f1"}) {
        assertThat(ours.get(name + " class=" + i))
            .as("%s of class %d", name, i)
            .isCloseTo(number(json, name, from), within(1e-12));
      }
    }
  }

  private static double number(String json, String name, int from) {
    int at = json.indexOf('"' + name + '"', from);
    Matcher matcher = NUMBER.matcher(json);
    assertThat(at >= 0 && matcher.find(at + name.length() + 2)).as(name).isTrue();
    return Double.parseDouble(matcher.group());
  }

  /** One example for each that the matrix counts. */
  private static Scorecard scorecard(String json) {
    Matcher matcher = NUMBER.matcher(json);
    matcher.region(json.indexOf("\"confusion\""), json.length());
    int[] counts = new int[100];
    for (int cell = 0; cell < 100; cell++) {
      assertThat(matcher.find()).isTrue();
      counts[cell] = Integer.parseInt(matcher.group());
    }
    int[] cells =
        IntStream.range(0, 100)
            .flatMap(cell -> IntStream.generate(() -> cell).limit(counts[cell]))
            .toArray();
    assertThat(cells).hasSize(10_000);
    RowBlock examples =
        ClassificationRows.examples(IntStream.of(cells).map(cell -> cell / 10).toArray());
    RowBlock outcomes =
        new RowBlock(
            new ClassificationTask()
                .outcomeColumns(ClassificationRows.settings(10, OutputKind.PROBABILITIES)),
            cells.length);
    for (int row = 0; row < cells.length; row++) {
      outcomes.longs("ordinal")[row] = row;
      outcomes.ints("prediction")[row] = cells[row] % 10;
    }
    Scorecard scorecard =
        new Scorecard(
            Metrics.of(ClassificationTask.NAME), MetricSettings.of(LabelMap.numbered(10)));
    scorecard.add(examples, outcomes);
    return scorecard;
  }
}
