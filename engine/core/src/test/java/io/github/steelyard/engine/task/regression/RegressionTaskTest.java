package io.github.steelyard.engine.task.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.steelyard.engine.columnar.RowBlock;
import io.github.steelyard.engine.data.LabelMap;
import io.github.steelyard.engine.data.Shape;
import io.github.steelyard.engine.metric.regression.RegressionRows;
import io.github.steelyard.engine.problem.BadInputException;
import io.github.steelyard.engine.task.Agreement;
import io.github.steelyard.engine.task.ExampleColumns;
import io.github.steelyard.engine.task.OutputKind;
import io.github.steelyard.engine.task.Task;
import io.github.steelyard.engine.task.TaskOutcomes;
import io.github.steelyard.engine.task.TaskSettings;
import io.github.steelyard.engine.task.classification.ClassificationTask;
import io.github.steelyard.engine.task.multilabel.MultilabelTask;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class RegressionTaskTest {
  private static final float NAN = Float.NaN;

  private static RowBlock reduce(double[] targets, Shape shape, float... numbers) {
    return TaskOutcomes.of(
        new RegressionTask(),
        RegressionRows.examples(targets),
        numbers,
        shape,
        RegressionRows.SETTINGS);
  }

  @Test
  void theModelsNumberIsThePredictionInBothShapes() {
    for (Shape shape : List.of(Shape.of(3), Shape.of(3, 1))) {
      RowBlock outcomes = reduce(new double[] {1, 2, 3}, shape, 0.1f, -3e38f, 0);
      assertThat(outcomes.doubles("prediction")).containsExactly(0.1f, -3e38f, 0);
      assertThat(outcomes.longs("ordinal")).containsExactly(0, 1, 2);
      assertThat(outcomes.nulls("prediction").isEmpty()).isTrue();
    }
  }

  @Test
  void aNumberThatIsNotFiniteIsNotScored() {
    RowBlock outcomes =
        reduce(new double[] {1, 2, 3}, Shape.of(3), NAN, 2, Float.NEGATIVE_INFINITY);
    assertThat(outcomes.nulls("prediction").stream()).containsExactly(0, 2);
    assertThat(outcomes.doubles("prediction")[1]).isEqualTo(2);
  }

  @Test
  void aBatchIsWrittenIntoItsOwnRows() {
    RowBlock examples = RegressionRows.examples(new double[] {1, 2, 3});
    RowBlock outcomes =
        new RowBlock(new RegressionTask().outcomeColumns(RegressionRows.SETTINGS), 3);
    TaskOutcomes.reduce(
        new RegressionTask(),
        examples,
        new float[] {7},
        Shape.of(1),
        RegressionRows.SETTINGS,
        2,
        outcomes);
    assertThat(outcomes.doubles("prediction")).containsExactly(0, 0, 7);
    assertThat(outcomes.longs("ordinal")).containsExactly(0, 0, 2);
  }

  @Test
  void moreThanOneNumberIsRefused() {
    assertThatThrownBy(() -> reduce(new double[] {1}, Shape.of(1, 2), 1, 2))
        .isInstanceOf(BadInputException.class)
        .hasMessage("The model yields 2 numbers for each example, regression expects one");
    assertThatThrownBy(() -> reduce(new double[] {1}, Shape.of(2), 1, 2))
        .isInstanceOf(BadInputException.class)
        .hasMessage("The model yields FLOAT32 [2], regression expects FLOAT32 [1, 1]");
  }

  @Test
  void aTargetThatIsNotFiniteOrTooLargeIsRefused() {
    for (double target : new double[] {Double.NaN, Double.NEGATIVE_INFINITY, 1e39}) {
      assertThatThrownBy(() -> reduce(new double[] {1, target}, Shape.of(2), 1, 2))
          .isInstanceOf(BadInputException.class)
          .hasMessage(
              "Example 1 has the target " + target + ": expected a finite number within ±3.4e38");
    }
  }

  @Test
  void classesAreRefused() {
    TaskSettings classes =
        new TaskSettings(
            new LabelMap(List.of("low", "high")), OutputKind.LOGITS, List.of(0, 1), false);
    assertThatThrownBy(() -> new RegressionTask().reducer(classes))
        .isInstanceOf(BadInputException.class)
        .hasMessage("Cannot predict a number for the classes [low, high]: regression expects none");
  }

  @Test
  void modelsAreComparedRelativeToTheSizeOfTheirNumbers() {
    double[] targets = {1, 2, 3, 4, 5};
    RowBlock one = reduce(targets, Shape.of(5), 0.25f, 200, 7, NAN, NAN);
    RowBlock other = reduce(targets, Shape.of(5), 0.5f, 100, 7, 1, NAN);
    Agreement agreement = new Agreement();
    new RegressionTask().comparison().add(one, other, agreement);

    assertThat(agreement.examples()).isEqualTo(3);
    assertThat(agreement.equalPredictions()).isEqualTo(1);
    assertThat(agreement.notCompared()).isEqualTo(2);
    assertThat(agreement.largestDifference()).isEqualTo(0.5);
    assertThat(agreement.meanDifference()).isCloseTo(0.25, within(1e-15));
    assertThat(agreement.largestLogDifference()).isZero();
    assertThat(agreement.within(1)).isFalse();
  }

  @Test
  void itIsFoundAndItsTargetTakesAnIdOfItsOwn() {
    assertThat(ServiceLoader.load(Task.class).stream().map(ServiceLoader.Provider::type))
        .contains(RegressionTask.class);
    assertThat(List.of(RegressionTask.TARGET.id(), MultilabelTask.LABELS.id()))
        .doesNotContain(ClassificationTask.LABEL.id())
        .doesNotHaveDuplicates()
        .allMatch(id -> id > ExampleColumns.FIRST_LABEL_ID && id < ExampleColumns.FIRST_SLICE_ID);
  }
}
