package io.github.steelyard.engine.task.classification;

import com.google.auto.service.AutoService;
import io.github.steelyard.engine.columnar.Column;
import io.github.steelyard.engine.columnar.ColumnType;
import io.github.steelyard.engine.data.LabelMap;
import io.github.steelyard.engine.label.ClassLabelling;
import io.github.steelyard.engine.label.Labelling;
import io.github.steelyard.engine.task.ExampleColumns;
import io.github.steelyard.engine.task.Headline;
import io.github.steelyard.engine.task.OutcomeComparison;
import io.github.steelyard.engine.task.OutcomeReducer;
import io.github.steelyard.engine.task.OutputKind;
import io.github.steelyard.engine.task.Task;
import io.github.steelyard.engine.task.TaskSettings;
import java.util.ArrayList;
import java.util.List;

/**
 * One class for each example. Everything but the ordinal is null where a score of the example was
 * not finite: such an example is not scored.
 *
 * <p>All derived numbers are computed in double from the model's float32 outputs. Probabilities are
 * taken as they are, not normalized again; of equal scores the lower class comes first.
 */
@AutoService(Task.class)
public final class ClassificationTask implements Task {
  public static final String NAME = "classification";

  /** Up to so many classes all scores are kept. */
  public static final int SCORES_KEPT = 32;

  /** The length of {@link #TOP_CLASSES}, where there are as many classes. */
  public static final int TOP = 5;

  public static final Column LABEL =
      Column.required(
          ExampleColumns.FIRST_LABEL_ID,
          "label",
          ColumnType.INT32,
          "0..classes-1",
          "The class of the example, an index into the data set's label map.");

  public static final Column PREDICTION =
      Column.nullable(
          2, "prediction", ColumnType.INT32, "0..classes-1", "The class of the top score.");
  public static final Column CONFIDENCE =
      Column.nullable(
          3, "confidence", ColumnType.FLOAT64, "0..1", "Probability of the predicted class.");
  public static final Column MARGIN =
      Column.nullable(
          4, "margin", ColumnType.FLOAT64, "0..1", "Top probability less the second one.");
  public static final Column ENTROPY =
      Column.nullable(5, "entropy", ColumnType.FLOAT64, "nats", "Entropy of the probabilities.");
  public static final Column LOG_SUM_EXP =
      Column.nullable(
          6,
          "log_sum_exp",
          ColumnType.FLOAT64,
          "nats",
          "Logarithm of the sum of exp(logit), or of the sum of the probabilities.");
  public static final Column SUM_SQUARES =
      Column.nullable(
          7, "sum_squares", ColumnType.FLOAT64, "0..1", "Sum of the squared probabilities.");

  /**
   * The natural logarithm of the probability of the example's class, as it is: nothing is clipped
   * here but a probability of exactly 0, which stands as {@code ln(Double.MIN_VALUE)} = -744.44,
   * lower than that of any float32. Log loss clips to the float64 epsilon of scikit-learn itself.
   */
  public static final Column LABEL_LOG_PROBABILITY =
      Column.nullable(
          8,
          "label_log_probability",
          ColumnType.FLOAT64,
          "nats",
          "Natural logarithm of the probability of the example's class; -744.44 for 0.");

  public static final Column LABEL_RANK =
      Column.nullable(
          9,
          "label_rank",
          ColumnType.INT32,
          "0..classes-1",
          "Number of classes that come before the example's class; 0 where it has the top score.");
  public static final Column TOP_CLASSES =
      Column.nullable(
          10,
          "top_classes",
          ColumnType.INT32_LIST,
          "0..classes-1",
          "The classes of the five top scores, best first.");
  public static final Column SCORES =
      Column.nullable(
          11, "scores", ColumnType.FLOAT32_LIST, "0..1", "The probabilities of all classes.");

  /** {@link #LABEL_LOG_PROBABILITY} of a probability of 0. */
  static final double LOG_OF_ZERO = StrictMath.log(Double.MIN_VALUE);

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
    return List.of(LABEL);
  }

  @Override
  public boolean oneClassEach() {
    return true;
  }

  @Override
  public Labelling labelling(LabelMap texts) {
    return new ClassLabelling(LABEL, texts);
  }

  @Override
  public List<OutputKind> outputKinds() {
    return List.of(OutputKind.PROBABILITIES, OutputKind.LOGITS);
  }

  @Override
  public List<Headline> headlines() {
    return List.of(
        new Headline("accuracy", "accuracy"),
        new Headline("log-loss", "log loss"),
        new Headline("expected-calibration-error", "ECE"));
  }

  @Override
  public List<Column> outcomeColumns(TaskSettings settings) {
    List<Column> columns =
        new ArrayList<>(
            List.of(
                ExampleColumns.ORDINAL,
                PREDICTION,
                CONFIDENCE,
                MARGIN,
                ENTROPY,
                LOG_SUM_EXP,
                SUM_SQUARES,
                TOP_CLASSES));
    if (settings.labelled()) {
      columns.addAll(columns.indexOf(TOP_CLASSES), List.of(LABEL_LOG_PROBABILITY, LABEL_RANK));
    }
    if (settings.allScores() || settings.labels().classes() <= SCORES_KEPT) {
      columns.add(SCORES);
    }
    return List.copyOf(columns);
  }

  @Override
  public OutcomeReducer reducer(TaskSettings settings) {
    return new ClassificationReducer(settings);
  }

  @Override
  public OutcomeComparison comparison() {
    return new ClassificationComparison();
  }
}
