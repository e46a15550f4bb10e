package io.github.steelyard.engine.task.multilabel;

import io.github.steelyard.engine.columnar.RowBlock;
import io.github.steelyard.engine.inference.Predictions;
import io.github.steelyard.engine.problem.BadInputException;
import io.github.steelyard.engine.task.ClassOrder;
import io.github.steelyard.engine.task.ExampleColumns;
import io.github.steelyard.engine.task.OneOutput;
import io.github.steelyard.engine.task.OutcomeReducer;
import io.github.steelyard.engine.task.OutputKind;
import io.github.steelyard.engine.task.TaskSettings;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Reads {@code [rows, labels]} float32 scores from Arrow memory and writes the outcomes. */
final class MultilabelReducer implements OutcomeReducer {
  private final OutputKind kind;
  private final int[] labelOfOutput;
  private final float[] outputs;
  private final OneOutput output;

  /** Rounding may lift a probability beyond 1 by one unit in the last place. */
  private final double tolerance;

  MultilabelReducer(TaskSettings settings) {
    kind = settings.outputs();
    labelOfOutput = ClassOrder.ofOutputs(settings);
    outputs = new float[labelOfOutput.length];
    output = OneOutput.scores(MultilabelTask.NAME, labelOfOutput.length);
    tolerance = 2 * settings.precision().unitRoundoff();
  }

  @Override
  public void reduce(
      Predictions predictions, RowBlock examples, int firstRow, int rows, RowBlock outcomes) {
    FloatBuffer memory = output.memory(predictions, rows);
    long[] from = examples.longs(ExampleColumns.ORDINAL.name());
    int[][] labels = examples.intLists(MultilabelTask.LABELS.name());
    long[] ordinals = outcomes.longs(ExampleColumns.ORDINAL.name());
    int[][] predicted = outcomes.intLists(MultilabelTask.PREDICTIONS.name());
    float[][] scores = outcomes.floatLists(MultilabelTask.SCORES.name());
    int[] sizes = outcomes.ints(MultilabelTask.PREDICTED.name());
    for (int row = firstRow; row < firstRow + rows; row++) {
      checkLabels(labels[row], from[row]);
      ordinals[row] = from[row];
      memory.get((row - firstRow) * outputs.length, outputs);
      if (!allFinite()) {
        outcomes.withoutValues(row);
        continue;
      }
      float[] probabilities = probabilities(from[row]);
      scores[row] = probabilities;
      predicted[row] =
          IntStream.range(0, probabilities.length)
              .filter(label -> probabilities[label] >= MultilabelTask.THRESHOLD)
              .toArray();
      sizes[row] = predicted[row].length;
    }
  }

  private void checkLabels(int[] labels, long example) {
    int last = -1;
    for (int label : labels) {
      if (!(label > last && label < outputs.length)) {
        throw new BadInputException(
            "Example %d has the labels %s: expected ascending indices below %d"
                .formatted(example, Arrays.toString(labels), outputs.length));
      }
      last = label;
    }
  }

  private boolean allFinite() {
    boolean finite = true;
    for (float number : outputs) {
      finite &= Float.isFinite(number);
    }
    return finite;
  }

  private float[] probabilities(long example) {
    float[] probabilities = new float[outputs.length];
    for (int i = 0; i < outputs.length; i++) {
      probabilities[labelOfOutput[i]] =
          kind == OutputKind.LOGITS ? sigmoid(outputs[i]) : probability(outputs[i], example);
    }
    return probabilities;
  }

  private static float sigmoid(double logit) {
    return (float) (1 / (1 + Math.exp(-logit)));
  }

  private float probability(float score, long example) {
    if (!(score >= 0 && score <= 1 + tolerance)) {
      throw new BadInputException(
          "The model yields a score of %s for example %d where probabilities were expected, each within 0 to 1: if they are logits, say 'outputs: logits'"
              .formatted(score, example));
    }
    return Math.min(score, 1);
  }
}
