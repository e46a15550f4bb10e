package io.github.steelyard.engine.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.steelyard.engine.columnar.Column;
import io.github.steelyard.engine.columnar.RowBlock;
import io.github.steelyard.engine.data.LabelMap;
import io.github.steelyard.engine.label.Labelling;
import io.github.steelyard.engine.metric.Metric;
import io.github.steelyard.engine.metric.Metrics;
import io.github.steelyard.engine.problem.BadInputException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every task. */
class TasksTest {
  private static final LabelMap CLASSES = new LabelMap(List.of("1", "2", "3"));

  static Stream<Task> tasks() {
    return Tasks.all().stream();
  }

  @Test
  void allThreeAreFoundInTheOrderOfTheirNames() {
    assertThat(Tasks.all())
        .extracting(Task::name)
        .containsExactly("classification", "multilabel", "regression");
    assertThatThrownBy(() -> Tasks.named("poetry"))
        .isInstanceOf(BadInputException.class)
        .hasMessage("Unknown task: 'poetry'. Known: classification, multilabel, regression");
  }

  @Test
  void noTwoColumnsShareANumber() {
    List<Integer> labels =
        tasks().flatMap(task -> task.labelColumns().stream()).map(Column::id).toList();
    assertThat(labels).doesNotHaveDuplicates();
    assertThat(labels)
        .allMatch(id -> id >= ExampleColumns.FIRST_LABEL_ID && id < ExampleColumns.FIRST_SLICE_ID);
  }

  @ParameterizedTest
  @MethodSource("tasks")
  void headlinesAreMetricsOfTheTask(Task task) {
    assertThat(task.headlines()).isNotEmpty();
    assertThat(Metrics.of(task.name()))
        .extracting(Metric::id)
        .containsAll(task.headlines().stream().map(Headline::metric).toList());
  }

  @ParameterizedTest
  @MethodSource("tasks")
  void labelsFillTheTasksOwnColumns(Task task) {
    Labelling labelling = task.labelling(task.hasClasses() ? CLASSES : LabelMap.NONE);
    byte[] label = labelling.read(List.of("2"), "here");
    RowBlock rows = new RowBlock(task.labelColumns(), 2);
    labelling.put(label, rows, 1);
    assertThat(labelling.bytes(rows, 1)).isEqualTo(label);
    assertThat(labelling.classes()).isEqualTo(task.hasClasses() ? 3 : 0);
    assertThat(labelling.classesOf(label)).hasSize(task.hasClasses() ? 1 : 0);
    assertThat(task.oneClassEach() && !task.hasClasses()).isFalse();
  }

  @Test
  void noTwoTasksWriteTheSameLabel() {
    List<String> written =
        tasks()
            .map(task -> task.labelling(task.hasClasses() ? CLASSES : LabelMap.NONE))
            .map(labelling -> HexFormat.of().formatHex(labelling.read(List.of("2"), "here")))
            .toList();
    for (String one : written) {
      assertThat(written.stream().filter(two -> two.startsWith(one))).hasSize(1);
    }
  }
}
