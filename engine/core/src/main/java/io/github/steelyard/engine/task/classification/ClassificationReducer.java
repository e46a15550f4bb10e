package io.github.steelyard.engine.task.classification;

import io.github.steelyard.engine.columnar.RowBlock;
import io.github.steelyard.engine.inference.Predictions;
import io.github.steelyard.engine.problem.BadInputException;
import io.github.steelyard.engine.task.ClassOrder;
import io.github.steelyard.engine.task.ExampleColumns;
import io.github.steelyard.engine.task.OneOutput;
import io.github.steelyard.engine.task.OutcomeReducer;
import io.github.steelyard.engine.task.TaskSettings;
import java.nio.FloatBuffer;
import org.jspecify.annotations.Nullable;

/** Reads {@code [rows, classes]} float32 scores from Arrow memory and writes the outcomes. */
final class ClassificationReducer implements OutcomeReducer {
  private final int classes;
  private final boolean labelled;
  private final OneOutput output;
  private final ClassScores scores;

  ClassificationReducer(TaskSettings settings) {
    classes = settings.labels().classes();
    labelled = settings.labelled();
    output = OneOutput.scores(ClassificationTask.NAME, classes);
    scores =
        new ClassScores(settings.outputs(), ClassOrder.ofOutputs(settings), settings.precision());
  }

  @Override
  public void reduce(
      Predictions predictions, RowBlock examples, int firstRow, int rows, RowBlock outcomes) {
    FloatBuffer memory = output.memory(predictions, rows);
    long[] ordinals = examples.longs(ExampleColumns.ORDINAL.name());
    int[] labels = examples.ints(ClassificationTask.LABEL.name());
    Outcomes out = new Outcomes(outcomes);
    for (int i = 0; i < rows; i++) {
      int row = firstRow + i;
      out.ordinals[row] = ordinals[row];
      if (!scores.read(memory, i * classes)) {
        out.notScored(row);
        continue;
      }
      String problem = scores.derive();
      if (problem != null) {
        throw new BadInputException(
            "The model yields %s for example %d where probabilities were expected, not negative and adding up to 1: if they are logits, say 'outputs: logits'"
                .formatted(problem, ordinals[row]));
      }
      out.write(row, scores);
      if (labelled) {
        out.write(row, scores, label(labels[row], ordinals[row]));
      }
    }
  }

  private int label(int label, long ordinal) {
    if (!(label >= 0 && label < classes)) {
      throw new BadInputException(
          "Example %d has the label %d, the data set has %d classes"
              .formatted(ordinal, label, classes));
    }
    return label;
  }

  /** The arrays of one block of outcomes. */
  private static final class Outcomes {
    private final RowBlock block;
    private final long[] ordinals;
    private final int[] predictions;
    private final double[] confidences;
    private final double[] margins;
    private final double[] entropies;
    private final double[] logSumExps;
    private final double[] sumsOfSquares;
    private final double @Nullable [] labelLogProbabilities;
    private final int @Nullable [] labelRanks;
    private final int[][] topClasses;
    private final float @Nullable [][] allScores;

    Outcomes(RowBlock block) {
      this.block = block;
      ordinals = block.longs(ExampleColumns.ORDINAL.name());
      predictions = block.ints(ClassificationTask.PREDICTION.name());
      confidences = block.doubles(ClassificationTask.CONFIDENCE.name());
      margins = block.doubles(ClassificationTask.MARGIN.name());
      entropies = block.doubles(ClassificationTask.ENTROPY.name());
      logSumExps = block.doubles(ClassificationTask.LOG_SUM_EXP.name());
      sumsOfSquares = block.doubles(ClassificationTask.SUM_SQUARES.name());
      String ofLabel = ClassificationTask.LABEL_LOG_PROBABILITY.name();
      labelLogProbabilities = block.has(ofLabel) ? block.doubles(ofLabel) : null;
      String rank = ClassificationTask.LABEL_RANK.name();
      labelRanks = block.has(rank) ? block.ints(rank) : null;
      topClasses = block.intLists(ClassificationTask.TOP_CLASSES.name());
      String scores = ClassificationTask.SCORES.name();
      allScores = block.has(scores) ? block.floatLists(scores) : null;
    }

    void notScored(int row) {
      block.withoutValues(row);
    }

    void write(int row, ClassScores scores) {
      predictions[row] = scores.prediction();
      confidences[row] = scores.confidence();
      margins[row] = scores.margin();
      entropies[row] = scores.entropy();
      logSumExps[row] = scores.logSumExp();
      sumsOfSquares[row] = scores.sumSquares();
      topClasses[row] = scores.topClasses();
      if (allScores != null) {
        allScores[row] = scores.probabilitiesAsFloats();
      }
    }

    /** What depends on the label. */
    void write(int row, ClassScores scores, int label) {
      if (labelLogProbabilities != null) {
        labelLogProbabilities[row] = scores.logProbability(label);
      }
      if (labelRanks != null) {
        labelRanks[row] = scores.rankOf(label);
      }
    }
  }
}
