package io.github.steelyard.engine.calibration;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.steelyard.engine.columnar.RowBlock;
import io.github.steelyard.engine.metric.classification.ClassificationRows;
import io.github.steelyard.engine.task.OutputKind;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class TemperatureFitTest {
  private static List<String> lines(String file) {
    try (InputStream in =
        Objects.requireNonNull(TemperatureFitTest.class.getResourceAsStream(file))) {
      return new String(in.readAllBytes(), UTF_8).lines().toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** A case of the oracles: examples and outcomes, all in the part for fitting. */
  private static TemperatureFit fit(String name, int from, int step) {
    List<String> lines = lines("/oracle/classification/" + name + ".csv");
    int classes = lines.get(0).split(",").length - 2;
    boolean logits = lines.get(0).contains("logits");
    List<String[]> rows = lines.stream().skip(1).map(line -> line.split(",")).toList();
    int count = (rows.size() - from + step - 1) / step;
    int[] labels = new int[count];
    float[][] scores = new float[count][classes];
    double[] weights = new double[count];
    for (int i = 0; i < count; i++) {
      String[] row = rows.get(from + i * step);
      labels[i] = Integer.parseInt(row[0]);
      weights[i] = Double.parseDouble(row[1]);
      for (int index = 0; index < classes; index++) {
        scores[i][index] = Float.parseFloat(row[2 + index]);
      }
    }
    RowBlock examples = ClassificationRows.examples(labels);
    System.arraycopy(weights, 0, examples.doubles("weight"), 0, count);
    Arrays.fill(examples.ints("group"), 7);
    OutputKind kind = logits ? OutputKind.LOGITS : OutputKind.PROBABILITIES;
    RowBlock outcomes =
        ClassificationRows.outcomes(examples, scores, ClassificationRows.settings(classes, kind));
    TemperatureFit fit = new TemperatureFit();
    fit.add(examples, outcomes, SplitPart.FIT);
    return fit;
  }

  @ParameterizedTest
  @CsvFileSource(resources = "/oracle/calibration/temperatures.csv", numLinesToSkip = 1)
  void theTemperatureIsTheOneThatScipyFinds(String name, String temperature) {
    Temperature found = fit(name, 0, 1).temperature();
    if (temperature.equals("none")) {
      assertThat(found.undefined()).startsWith("the log loss falls");
    } else {
      double expected = Double.parseDouble(temperature);
      assertThat(found.value()).isCloseTo(expected, within(1e-4 * expected));
    }
  }

  @Test
  void partsInAnyOrderGiveTheSameBytes() throws IOException {
    TemperatureFit whole = fit("weighted", 0, 1);
    TemperatureFit merged = fit("weighted", 2, 3);
    merged.merge(fit("weighted", 0, 3));
    merged.merge(new TemperatureFit());
    merged.merge(fit("weighted", 1, 3));
    assertThat(bytes(merged)).isEqualTo(bytes(whole));
    assertThat(merged.temperature()).isEqualTo(whole.temperature());
  }

  @Test
  void whatWasWrittenIsReadBackAndAnotherVersionRefused() throws IOException {
    byte[] bytes = bytes(fit("binary", 0, 1));
    assertThat(bytes(read(bytes))).isEqualTo(bytes);
    bytes[0] = 9;
    assertThatThrownBy(() -> read(bytes))
        .hasMessage("Cannot read a temperature fit of version 9: expected 1");
  }

  @Test
  void examplesOfOtherPartsAndThoseWithoutScoresDoNotCount() {
    RowBlock examples = ClassificationRows.examples(new int[] {0, 1, 0});
    examples.ints("group")[0] = 39;
    examples.ints("group")[1] = 40;
    examples.ints("group")[2] = 0;
    float[][] scores = {{0.75f, 0.25f}, {0.5f, 0.5f}, {Float.NaN, 0.5f}};
    RowBlock outcomes =
        ClassificationRows.outcomes(
            examples, scores, ClassificationRows.settings(2, OutputKind.PROBABILITIES));
    TemperatureFit fit = new TemperatureFit();
    fit.add(examples, outcomes, SplitPart.FIT);
    assertThat(fit.examples()).isEqualTo(1);
    fit.add(examples, outcomes, SplitPart.SELECT);
    assertThat(fit.examples()).isEqualTo(2);
    fit.add(examples, outcomes, SplitPart.REPORT);
    assertThat(fit.examples()).isEqualTo(2);
  }

  @Test
  void withoutExamplesThereIsNoTemperature() {
    assertThat(new TemperatureFit().temperature().undefined())
        .isEqualTo("no example of the part for fitting was scored");
  }

  private static byte[] bytes(TemperatureFit fit) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    fit.write(new DataOutputStream(bytes));
    return bytes.toByteArray();
  }

  private static TemperatureFit read(byte[] bytes) throws IOException {
    return TemperatureFit.read(new DataInputStream(new ByteArrayInputStream(bytes)));
  }
}
