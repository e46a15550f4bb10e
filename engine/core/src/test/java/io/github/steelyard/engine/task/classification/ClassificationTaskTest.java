package io.github.steelyard.engine.task.classification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.steelyard.engine.columnar.Column;
import io.github.steelyard.engine.columnar.RowBlock;
import io.github.steelyard.engine.data.LabelMap;
import io.github.steelyard.engine.inference.device.Precision;
import io.github.steelyard.engine.metric.classification.ClassificationRows;
import io.github.steelyard.engine.problem.BadInputException;
import io.github.steelyard.engine.task.ExampleColumns;
import io.github.steelyard.engine.task.OutputKind;
import io.github.steelyard.engine.task.Task;
import io.github.steelyard.engine.task.TaskSettings;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClassificationTaskTest {
  private static final float NAN = Float.NaN;

  private static RowBlock reduce(int[] labels, float[][] scores, TaskSettings settings) {
    return ClassificationRows.outcomes(ClassificationRows.examples(labels), scores, settings);
  }

  private static TaskSettings probabilities(int classes) {
    return ClassificationRows.settings(classes, OutputKind.PROBABILITIES);
  }

  private static TaskSettings logits(int classes) {
    return ClassificationRows.settings(classes, OutputKind.LOGITS);
  }

  @Test
  void probabilitiesAreTakenAsTheyAre() {
    RowBlock outcomes =
        reduce(new int[] {2}, new float[][] {{0.125f, 0.5f, 0.25f, 0.125f}}, probabilities(4));

    assertThat(outcomes.longs("ordinal")).containsExactly(0);
    assertThat(outcomes.ints("prediction")).containsExactly(1);
    assertThat(outcomes.doubles("confidence")).containsExactly(0.5);
    assertThat(outcomes.doubles("margin")).containsExactly(0.25);
    assertThat(outcomes.doubles("entropy")[0]).isCloseTo(1.75 * Math.log(2), within(1e-15));
    assertThat(outcomes.doubles("log_sum_exp")).containsExactly(0);
    assertThat(outcomes.doubles("sum_squares")).containsExactly(0.34375);
    assertThat(outcomes.doubles("label_log_probability")[0])
        .isCloseTo(Math.log(0.25), within(1e-15));
    assertThat(outcomes.ints("label_rank")).containsExactly(1);
    assertThat(outcomes.intLists("top_classes")[0]).containsExactly(1, 2, 0, 3);
    assertThat(outcomes.floatLists("scores")[0]).containsExactly(0.125f, 0.5f, 0.25f, 0.125f);
  }

  @Test
  void logitsGoThroughTheSoftmax() {
    RowBlock outcomes = reduce(new int[] {0}, new float[][] {{1, 3, 2}}, logits(3));
    double sum = Math.exp(1) + Math.exp(3) + Math.exp(2);
    double[] p = {Math.exp(1) / sum, Math.exp(3) / sum, Math.exp(2) / sum};

    assertThat(outcomes.ints("prediction")).containsExactly(1);
    assertThat(outcomes.doubles("confidence")[0]).isCloseTo(p[1], within(1e-15));
    assertThat(outcomes.doubles("margin")[0]).isCloseTo(p[1] - p[2], within(1e-15));
    assertThat(outcomes.doubles("log_sum_exp")[0]).isCloseTo(Math.log(sum), within(1e-14));
    assertThat(outcomes.doubles("label_log_probability")[0])
        .isCloseTo(1 - Math.log(sum), within(1e-14));
    assertThat(outcomes.doubles("entropy")[0])
        .isCloseTo(
            -p[0] * Math.log(p[0]) - p[1] * Math.log(p[1]) - p[2] * Math.log(p[2]), within(1e-14));
    assertThat(outcomes.floatLists("scores")[0])
        .containsExactly((float) p[0], (float) p[1], (float) p[2]);
  }

  @Test
  void largeLogitsNeitherOverflowNorLoseTheLogProbability() {
    RowBlock outcomes =
        reduce(new int[] {0, 1}, new float[][] {{-1000, 1000}, {3e38f, -3e38f}}, logits(2));
    assertThat(outcomes.doubles("label_log_probability")[0]).isEqualTo(-2000);
    assertThat(outcomes.doubles("label_log_probability")[1]).isLessThan(-5e38).isFinite();
    assertThat(outcomes.doubles("confidence")).containsExactly(1, 1);
    assertThat(outcomes.doubles("entropy")).containsExactly(0, 0);
    assertThat(outcomes.doubles("log_sum_exp")[0]).isEqualTo(1000);
  }

  @Test
  void aProbabilityOfZeroHasAFiniteLogarithm() {
    RowBlock outcomes = reduce(new int[] {1}, new float[][] {{1, 0}}, probabilities(2));
    assertThat(outcomes.doubles("label_log_probability")[0]).isCloseTo(-744.44, within(0.01));
  }

  @Test
  void ofEqualScoresTheLowerClassComesFirst() {
    float[] equal = {0.125f, 0.125f, 0.125f, 0.125f, 0.125f, 0.125f, 0.125f, 0.125f};
    RowBlock outcomes =
        reduce(new int[] {0, 3, 7}, new float[][] {equal, equal, equal}, probabilities(8));
    assertThat(outcomes.ints("prediction")).containsExactly(0, 0, 0);
    assertThat(outcomes.ints("label_rank")).containsExactly(0, 3, 7);
    assertThat(outcomes.intLists("top_classes")[0]).containsExactly(0, 1, 2, 3, 4);
  }

  @Test
  void theModelsOutputsAreBroughtIntoTheOrderOfTheClasses() {
    TaskSettings settings =
        new TaskSettings(LabelMap.numbered(3), OutputKind.PROBABILITIES, List.of(2, 0, 1), false);
    RowBlock outcomes = reduce(new int[] {2}, new float[][] {{0.75f, 0.25f, 0}}, settings);
    assertThat(outcomes.ints("prediction")).containsExactly(2);
    assertThat(outcomes.floatLists("scores")[0]).containsExactly(0.25f, 0, 0.75f);
    assertThat(outcomes.ints("label_rank")).containsExactly(0);
  }

  @Test
  void anExampleWhoseScoresAreNotFiniteIsNotScored() {
    RowBlock outcomes =
        reduce(
            new int[] {0, 1, 0},
            new float[][] {{0.5f, 0.5f}, {NAN, 1}, {Float.POSITIVE_INFINITY, 0}},
            logits(2));
    for (Column column : outcomes.columns()) {
      boolean always = column.name().equals("ordinal");
      assertThat(outcomes.nulls(column.name()).get(0)).isFalse();
      assertThat(outcomes.nulls(column.name()).get(1)).as(column.name()).isEqualTo(!always);
      assertThat(outcomes.nulls(column.name()).get(2)).as(column.name()).isEqualTo(!always);
    }
    assertThat(outcomes.longs("ordinal")).containsExactly(0, 1, 2);
    assertThat(outcomes.floatLists("scores")[1]).isNull();
  }

  @Test
  void anotherNumberOfScoresIsRefused() {
    assertThatThrownBy(() -> reduce(new int[] {0}, new float[1][1000], probabilities(10)))
        .isInstanceOf(BadInputException.class)
        .hasMessage("The model yields 1000 scores, the data set has 10 classes");
  }

  @Test
  void scoresThatAreNoProbabilitiesAreRefusedWithTheWayOut() {
    String rest =
        " where probabilities were expected, not negative and adding up to 1: if they are logits,"
            + " say 'outputs: logits'";
    assertThatThrownBy(
            () -> reduce(new int[] {0, 1}, new float[][] {{0.5f, 0.5f}, {-2, 3}}, probabilities(2)))
        .isInstanceOf(BadInputException.class)
        .hasMessage("The model yields a score of -2.0 for example 1" + rest);
    assertThatThrownBy(() -> reduce(new int[] {0}, new float[][] {{1, 3}}, probabilities(2)))
        .hasMessage("The model yields scores that add up to 4.0 for example 0" + rest);
  }

  @Test
  void roundingOfFloatsIsNoReasonToRefuse() {
    RowBlock outcomes = reduce(new int[] {0}, new float[][] {{0.5004f, 0.5004f}}, probabilities(2));
    assertThat(outcomes.doubles("log_sum_exp")[0]).isCloseTo(Math.log(1.0008), within(1e-7));
  }

  @Test
  void roundingOfShorterNumbersIsNoReasonEither() {
    // In bfloat16 one of 0.75 and 0.25 may be off by 2^-8 of itself, and a softmax by more.
    float[][] scores = {{0.7617f, 0.25f}};
    TaskSettings brain =
        new TaskSettings(
            LabelMap.numbered(2),
            OutputKind.PROBABILITIES,
            List.of(0, 1),
            false,
            Precision.BFLOAT16);
    assertThat(reduce(new int[] {0}, scores, brain).ints("prediction")).containsExactly(0);
    assertThatThrownBy(() -> reduce(new int[] {0}, scores, probabilities(2)))
        .isInstanceOf(BadInputException.class);
    assertThatThrownBy(() -> reduce(new int[] {0}, new float[][] {{0.8f, 0.25f}}, brain))
        .isInstanceOf(BadInputException.class);
  }

  @Test
  void aLabelOutsideTheClassesIsRefused() {
    assertThatThrownBy(() -> reduce(new int[] {2}, new float[][] {{1, 0}}, probabilities(2)))
        .isInstanceOf(BadInputException.class)
        .hasMessage("Example 0 has the label 2, the data set has 2 classes");
  }

  @Test
  void outputsThatAreNoPermutationOfTheClassesAreRefused() {
    TaskSettings twice =
        new TaskSettings(LabelMap.numbered(2), OutputKind.LOGITS, List.of(0, 0), false);
    assertThatThrownBy(() -> new ClassificationTask().reducer(twice))
        .isInstanceOf(BadInputException.class)
        .hasMessage(
            "Cannot map the model's outputs to the classes [0, 0]: expected each of 0 to 1 once");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void allScoresAreKeptUpToThirtyTwoClassesOrOnRequest(boolean allScores) {
    ClassificationTask task = new ClassificationTask();
    for (int classes : new int[] {32, 33}) {
      TaskSettings settings =
          new TaskSettings(
              LabelMap.numbered(classes),
              OutputKind.LOGITS,
              IntStream.range(0, classes).boxed().toList(),
              allScores);
      assertThat(task.outcomeColumns(settings).contains(ClassificationTask.SCORES))
          .isEqualTo(allScores || classes == 32);
      RowBlock outcomes = reduce(new int[] {32 % classes}, new float[1][classes], settings);
      assertThat(outcomes.ints("label_rank")).containsExactly(32 % classes);
    }
  }

  @Test
  void itsColumnsAreDeclaredOnceAndOnlyTheOrdinalIsAlwaysThere() {
    List<Column> columns = new ClassificationTask().outcomeColumns(logits(3));
    assertThat(columns.get(0)).isEqualTo(ExampleColumns.ORDINAL);
    assertThat(columns.stream().map(Column::id)).doesNotHaveDuplicates();
    assertThat(columns.stream().skip(1)).allMatch(Column::nullable);
    assertThat(ServiceLoader.load(Task.class).stream().map(ServiceLoader.Provider::type))
        .contains(ClassificationTask.class);
  }
}
