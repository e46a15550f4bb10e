package io.github.steelyard.engine.task.regression;

import com.google.auto.service.AutoService;
import io.github.steelyard.engine.columnar.Column;
import io.github.steelyard.engine.columnar.ColumnType;
import io.github.steelyard.engine.data.LabelMap;
import io.github.steelyard.engine.label.Labelling;
import io.github.steelyard.engine.label.NumberLabelling;
import io.github.steelyard.engine.task.ExampleColumns;
import io.github.steelyard.engine.task.Headline;
import io.github.steelyard.engine.task.OutcomeComparison;
import io.github.steelyard.engine.task.OutcomeReducer;
import io.github.steelyard.engine.task.OutputKind;
import io.github.steelyard.engine.task.Task;
import io.github.steelyard.engine.task.TaskSettings;
import java.util.List;

/**
 * One number for each example: the model yields float32 {@code [rows, 1]} or {@code [rows]}, which
 * is the prediction as it stands. There are no classes, so the settings' label map and output
 * classes are empty, and what kind of scores the outputs are is not asked.
 */
@AutoService(Task.class)
public final class RegressionTask implements Task {
  public static final String NAME = "regression";

  public static final Column TARGET =
      Column.required(
          ExampleColumns.FIRST_LABEL_ID + 1,
          "target",
          ColumnType.FLOAT64,
          "",
          "The number that the model should have predicted; within the range of a float32.");

  public static final Column PREDICTION =
      Column.nullable(
          12,
          "prediction",
          ColumnType.FLOAT64,
          "",
          "The model's number; null where it is not finite.");

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
    return List.of(TARGET);
  }

  @Override
  public boolean hasClasses() {
    return false;
  }

  @Override
  public Labelling labelling(LabelMap texts) {
    return new NumberLabelling(TARGET);
  }

  @Override
  public List<OutputKind> outputKinds() {
    return List.of(OutputKind.VALUES);
  }

  @Override
  public List<Headline> headlines() {
    return List.of(
        new Headline("root-mean-squared-error", "RMSE"),
        new Headline("mean-absolute-error", "MAE"),
        new Headline("r-squared", "R²"));
  }

  @Override
  public List<Column> outcomeColumns(TaskSettings settings) {
    return List.of(ExampleColumns.ORDINAL, PREDICTION);
  }

  @Override
  public OutcomeReducer reducer(TaskSettings settings) {
    return new RegressionReducer(settings);
  }

  @Override
  public OutcomeComparison comparison() {
    return new RegressionComparison();
  }
}
