package io.github.steelyard.engine.task.classification;

import io.github.steelyard.engine.inference.device.Precision;
import io.github.steelyard.engine.task.OutputKind;
import java.nio.FloatBuffer;
import org.jspecify.annotations.Nullable;

/**
 * The scores of one example in class order, and what follows from them. One instance is filled
 * again for each example.
 */
final class ClassScores {
  private final OutputKind kind;
  private final double tolerance;
  private final int[] classOfOutput;
  private final float[] outputs;
  private final float[] scores;
  private final double[] probabilities;
  private final ClassRanking ranking;

  private double logSumExp;

  /** The top logit, and the logarithm of the sum of {@code exp(logit - largest)}. */
  private double largest;

  private double logOfSum;
  private double entropy;
  private double sumSquares;

  /**
   * @param classOfOutput a permutation of the classes
   * @param precision what the scores were computed in: rounding alone moves the sum of
   *     probabilities by one unit roundoff, and a softmax that adds up in that precision by more
   */
  ClassScores(OutputKind kind, int[] classOfOutput, Precision precision) {
    this.kind = kind;
    this.tolerance = Math.max(1e-3, 8 * precision.unitRoundoff());
    this.classOfOutput = classOfOutput;
    int classes = classOfOutput.length;
    this.outputs = new float[classes];
    this.scores = new float[classes];
    this.probabilities = new double[classes];
    this.ranking = new ClassRanking(scores, Math.min(ClassificationTask.TOP, classes));
  }

  /** Reads the example's outputs; false where one of them is not finite. */
  boolean read(FloatBuffer memory, int offset) {
    memory.get(offset, outputs);
    boolean finite = true;
    for (int output = 0; output < outputs.length; output++) {
      finite &= Float.isFinite(outputs[output]);
      scores[classOfOutput[output]] = outputs[output];
    }
    return finite;
  }

  /**
   * Computes everything else; the scores must be finite.
   *
   * @return what is wrong with the scores, or null
   */
  @Nullable String derive() {
    ranking.rank();
    String problem = kind == OutputKind.LOGITS ? softmax() : probabilities();
    sumSquares = 0;
    for (double probability : probabilities) {
      sumSquares += probability * probability;
    }
    return problem;
  }

  private @Nullable String softmax() {
    largest = scores[ranking.at(0)];
    double sum = 0;
    for (int index = 0; index < scores.length; index++) {
      probabilities[index] = Math.exp(scores[index] - largest);
      sum += probabilities[index];
    }
    logOfSum = Math.log(sum);
    double mean = 0;
    for (int index = 0; index < scores.length; index++) {
      probabilities[index] /= sum;
      mean += probabilities[index] * (scores[index] - largest);
    }
    logSumExp = largest + logOfSum;
    entropy = Math.max(0, logOfSum - mean);
    return null;
  }

  private @Nullable String probabilities() {
    double sum = 0;
    entropy = 0;
    for (int index = 0; index < scores.length; index++) {
      double probability = scores[index];
      if (probability < 0) {
        return "a score of " + scores[index];
      }
      probabilities[index] = probability;
      sum += probability;
      entropy -= probability > 0 ? probability * Math.log(probability) : 0;
    }
    entropy = Math.max(0, entropy);
    logSumExp = Math.log(sum);
    return Math.abs(sum - 1) <= tolerance ? null : "scores that add up to " + (float) sum;
  }

  int prediction() {
    return ranking.at(0);
  }

  double confidence() {
    return probabilities[ranking.at(0)];
  }

  /** With one class, its probability. */
  double margin() {
    return scores.length == 1 ? confidence() : confidence() - probabilities[ranking.at(1)];
  }

  double entropy() {
    return entropy;
  }

  double logSumExp() {
    return logSumExp;
  }

  double sumSquares() {
    return sumSquares;
  }

  double logProbability(int index) {
    if (kind == OutputKind.LOGITS) {
      return scores[index] - largest - logOfSum;
    }
    return scores[index] > 0 ? Math.log(scores[index]) : ClassificationTask.LOG_OF_ZERO;
  }

  /** How many classes come before this one: those with a higher score, or the same and lower. */
  int rankOf(int label) {
    return ranking.rankOf(label);
  }

  int[] topClasses() {
    return ranking.topClasses();
  }

  float[] probabilitiesAsFloats() {
    float[] floats = new float[probabilities.length];
    for (int index = 0; index < floats.length; index++) {
      floats[index] = (float) probabilities[index];
    }
    return floats;
  }
}
