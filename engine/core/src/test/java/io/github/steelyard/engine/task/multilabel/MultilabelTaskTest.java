package io.github.steelyard.engine.task.multilabel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.steelyard.engine.columnar.RowBlock;
import io.github.steelyard.engine.data.LabelMap;
import io.github.steelyard.engine.metric.multilabel.MultilabelRows;
import io.github.steelyard.engine.problem.BadInputException;
import io.github.steelyard.engine.task.Agreement;
import io.github.steelyard.engine.task.OutputKind;
import io.github.steelyard.engine.task.Task;
import io.github.steelyard.engine.task.TaskOutcomes;
import io.github.steelyard.engine.task.TaskSettings;
import java.util.Arrays;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class MultilabelTaskTest {
  private static RowBlock reduce(int[][] labels, float[][] scores, TaskSettings settings) {
    return TaskOutcomes.of(new MultilabelTask(), MultilabelRows.examples(labels), scores, settings);
  }

  private static TaskSettings probabilities(int labels) {
    return MultilabelRows.settings(labels, OutputKind.PROBABILITIES);
  }

  @Test
  void labelsOfAtLeastAHalfArePredictedAndProbabilitiesNeedNoSum() {
    RowBlock outcomes =
        reduce(
            new int[][] {{0}, {}}, new float[][] {{0.5f, 0.49f, 1}, {0, 0, 0}}, probabilities(3));
    assertThat(outcomes.longs("ordinal")).containsExactly(0, 1);
    assertThat(outcomes.intLists("predictions")[0]).containsExactly(0, 2);
    assertThat(outcomes.intLists("predictions")[1]).isEmpty();
    assertThat(outcomes.ints("predicted")).containsExactly(2, 0);
    assertThat(outcomes.floatLists("scores")[0]).containsExactly(0.5f, 0.49f, 1);
  }

  @Test
  void logitsGoThroughTheSigmoid() {
    RowBlock outcomes =
        reduce(
            new int[][] {{0, 3}},
            new float[][] {{0, -1, 1000, -1000}},
            MultilabelRows.settings(4, OutputKind.LOGITS));
    assertThat(outcomes.floatLists("scores")[0])
        .containsExactly(0.5f, (float) (1 / (1 + Math.E)), 1, 0);
    assertThat(outcomes.intLists("predictions")[0]).containsExactly(0, 2);
  }

  @Test
  void theModelsOutputsAreBroughtIntoTheOrderOfTheLabels() {
    TaskSettings settings =
        new TaskSettings(LabelMap.numbered(3), OutputKind.PROBABILITIES, List.of(2, 0, 1), false);
    RowBlock outcomes = reduce(new int[][] {{2}}, new float[][] {{0.75f, 0.25f, 0}}, settings);
    assertThat(outcomes.floatLists("scores")[0]).containsExactly(0.25f, 0, 0.75f);
    assertThat(outcomes.intLists("predictions")[0]).containsExactly(2);
  }

  @Test
  void anExampleWhoseScoresAreNotFiniteIsNotScored() {
    RowBlock outcomes =
        reduce(new int[][] {{0}, {1}}, new float[][] {{0.5f, Float.NaN}, {0, 1}}, probabilities(2));
    for (String column : List.of("predictions", "scores", "predicted")) {
      assertThat(outcomes.nulls(column).stream()).containsExactly(0);
    }
    assertThat(outcomes.intLists("predictions")[0]).isNull();
    assertThat(outcomes.floatLists("scores")[0]).isNull();
  }

  @Test
  void scoresThatAreNoProbabilitiesAreRefusedWithTheWayOut() {
    for (float score : new float[] {-0.5f, 1.5f}) {
      assertThatThrownBy(
              () -> reduce(new int[][] {{0}}, new float[][] {{score, 0}}, probabilities(2)))
          .isInstanceOf(BadInputException.class)
          .hasMessage(
              "The model yields a score of "
                  + score
                  + " for example 0 where probabilities were expected, each within 0 to 1: if they"
                  + " are logits, say 'outputs: logits'");
    }
    RowBlock rounded =
        reduce(new int[][] {{0}}, new float[][] {{Math.nextUp(1f), 0}}, probabilities(2));
    assertThat(rounded.floatLists("scores")[0]).containsExactly(1, 0);
  }

  @Test
  void labelsThatAreNotAscendingOrOutsideAreRefused() {
    for (int[] labels : new int[][] {{1, 0}, {1, 1}, {2}, {-1}}) {
      assertThatThrownBy(
              () -> reduce(new int[][] {labels}, new float[][] {{0, 1}}, probabilities(2)))
          .isInstanceOf(BadInputException.class)
          .hasMessage(
              "Example 0 has the labels "
                  + Arrays.toString(labels)
                  + ": expected ascending indices below 2");
    }
  }

  @Test
  void anotherNumberOfScoresOrOrderIsRefused() {
    assertThatThrownBy(() -> reduce(new int[][] {{0}}, new float[1][5], probabilities(3)))
        .isInstanceOf(BadInputException.class)
        .hasMessage("The model yields 5 scores, the data set has 3 classes");
    TaskSettings twice =
        new TaskSettings(LabelMap.numbered(2), OutputKind.LOGITS, List.of(0, 0), false);
    assertThatThrownBy(() -> new MultilabelTask().reducer(twice))
        .isInstanceOf(BadInputException.class)
        .hasMessage(
            "Cannot map the model's outputs to the classes [0, 0]: expected each of 0 to 1 once");
  }

  @Test
  void modelsAreComparedByTheirProbabilities() {
    int[][] labels = {{0}, {1}, {0}};
    RowBlock one =
        reduce(
            labels, new float[][] {{0.75f, 0.25f}, {0.25f, 0}, {Float.NaN, 0}}, probabilities(2));
    RowBlock other =
        reduce(labels, new float[][] {{0.5f, 0.5f}, {0.25f, 0}, {0, 0}}, probabilities(2));
    Agreement agreement = new Agreement();
    new MultilabelTask().comparison().add(one, other, agreement);

    assertThat(agreement.examples()).isEqualTo(2);
    assertThat(agreement.equalPredictions()).isEqualTo(1);
    assertThat(agreement.largestDifference()).isEqualTo(0.25);
    assertThat(agreement.meanDifference()).isCloseTo(0.125, within(1e-15));
    assertThat(agreement.notCompared()).isEqualTo(1);
    assertThat(agreement.within(1)).isFalse();
  }

  @Test
  void itIsFoundAndOnlyTheOrdinalIsAlwaysThere() {
    assertThat(ServiceLoader.load(Task.class).stream().map(ServiceLoader.Provider::type))
        .contains(MultilabelTask.class);
    assertThat(new MultilabelTask().outcomeColumns(probabilities(2)))
        .extracting(column -> column.nullable())
        .containsExactly(false, true, true, true);
  }
}
