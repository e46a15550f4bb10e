package io.github.steelyard.engine.task.multilabel;

import com.google.auto.service.AutoService;
import io.github.steelyard.engine.columnar.Column;
import io.github.steelyard.engine.columnar.ColumnType;
import io.github.steelyard.engine.data.LabelMap;
import io.github.steelyard.engine.label.LabelSetLabelling;
import io.github.steelyard.engine.label.Labelling;
import io.github.steelyard.engine.task.ExampleColumns;
import io.github.steelyard.engine.task.Headline;
import io.github.steelyard.engine.task.OutcomeComparison;
import io.github.steelyard.engine.task.OutcomeReducer;
import io.github.steelyard.engine.task.OutputKind;
import io.github.steelyard.engine.task.Task;
import io.github.steelyard.engine.task.TaskSettings;
import java.util.List;

/**
 * Any number of labels for each example: the model yields one probability, or one logit, for each
 * label {@code [rows, labels]}. Labels are independent of each other: logits go through the
 * sigmoid, probabilities need not add up to 1. Everything but the ordinal is null where a score of
 * the example was not finite.
 *
 * <p>A label is predicted where its probability as it is kept, a float32, is at least 1/2. All
 * scores are kept, whatever the number of labels: what ranks them needs all of them.
 */
@AutoService(Task.class)
public final class MultilabelTask implements Task {
  public static final String NAME = "multilabel";

  /** The probability from which on a label is predicted. */
  public static final float THRESHOLD = 0.5f;

  public static final Column LABELS =
      Column.required(
          ExampleColumns.FIRST_LABEL_ID + 2,
          "labels",
          ColumnType.INT32_LIST,
          "0..labels-1",
          "The example's true labels, ascending indices into the label map; may be empty.");

  public static final Column PREDICTIONS =
      Column.nullable(
          13,
          "predictions",
          ColumnType.INT32_LIST,
          "0..labels-1",
          "The labels of a probability of at least 1/2, ascending; may be empty.");
  public static final Column SCORES =
      Column.nullable(
          14, "scores", ColumnType.FLOAT32_LIST, "0..1", "The probability of each label.");

  /** What is missing is a bit of a column of numbers alone: this one says what was not scored. */
  public static final Column PREDICTED =
      Column.nullable(
          15,
          "predicted",
          ColumnType.INT32,
          "0..labels",
          "How many labels are predicted; null where a score of the example is not finite.");

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public List<Column> labelColumns() {
    return List.of(LABELS);
  }

  @Override
  public Labelling labelling(LabelMap texts) {
    return new LabelSetLabelling(LABELS, texts);
  }

  @Override
  public List<OutputKind> outputKinds() {
    return List.of(OutputKind.PROBABILITIES, OutputKind.LOGITS);
  }

  @Override
  public List<Headline> headlines() {
    return List.of(
        new Headline("subset-accuracy", "subset accuracy"),
        new Headline("hamming-loss", "Hamming loss"),
        new Headline("label-ranking-average-precision", "LRAP"));
  }

  @Override
  public List<Column> outcomeColumns(TaskSettings settings) {
    return List.of(ExampleColumns.ORDINAL, PREDICTIONS, SCORES, PREDICTED);
  }

  @Override
  public OutcomeReducer reducer(TaskSettings settings) {
    return new MultilabelReducer(settings);
  }

  @Override
  public OutcomeComparison comparison() {
    return new MultilabelComparison();
  }
}
