package io.github.steelyard.engine.dl4j.precision;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.steelyard.engine.data.Batch;
import io.github.steelyard.engine.dl4j.Dl4jGraphTest;
import io.github.steelyard.engine.dl4j.backend.Dl4jDevices;
import io.github.steelyard.engine.inference.InferenceEngine;
import io.github.steelyard.engine.inference.LoadedModel;
import io.github.steelyard.engine.inference.Predictions;
import io.github.steelyard.engine.inference.device.Placement;
import io.github.steelyard.engine.inference.device.Precision;
import java.io.IOException;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** What networks do in 16 bits, held against float32 and against what rounding can do at most. */
abstract class HalfPrecisionContract extends Dl4jGraphTest {
  private static final int EXAMPLES = 400;
  private static final int CLASSES = 3;

  private final Precision precision;

  HalfPrecisionContract(Precision precision) {
    this.precision = precision;
  }

  @Override
  protected Placement placement() {
    return Placement.cpu(precision);
  }

  /** A probability's last place. */
  @Override
  protected float tolerance() {
    return (float) (2 * precision.unitRoundoff());
  }

  @Test
  void answersAreNumbersOfThatPrecision() throws IOException {
    float[] half = answers(placement());
    float[] whole = answers(Placement.REFERENCE);
    assertThat(rounded(half)).isEqualTo(half);
    assertThat(rounded(whole)).isNotEqualTo(whole);
  }

  @Test
  void answersDifferFromFloat32ByNoMoreThanRoundingCanDo() throws IOException {
    float[] half = answers(placement());
    float[] whole = answers(Placement.REFERENCE);
    double bound = bound();
    int same = 0;
    for (int example = 0; example < EXAMPLES; example++) {
      int at = example * CLASSES;
      for (int i = at; i < at + CLASSES; i++) {
        assertThat(Math.abs(half[i] - whole[i])).isLessThan((float) bound);
      }
      same += best(half, at) == best(whole, at) ? 1 : 0;
    }
    assertThat(same).isGreaterThanOrEqualTo(EXAMPLES * 95 / 100);
  }

  /**
   * Of the graph's two layers of tanh and its softmax, by the usual analysis of rounding errors
   * (Higham 2002, section 3.1): a sum of n products computed in any order is off by at most {@code
   * g(n) * sum|w||x|} with {@code g(n) = n u / (1 - n u)}; rounding weights and inputs, and adding
   * the bias, count three more. tanh does not magnify an error, and is itself below 1, so that
   * rounding and evaluating it add 4u at most. The same holds for the second layer, where errors of
   * its inputs are magnified by {@code sum|w|}. The softmax halves the largest error of its inputs
   * (its derivatives are at most 1/4, those of one output add up to at most 1/2); its exponentials,
   * sum and quotient add a few roundings of numbers that are at most 1, taken as 8u.
   */
  private double bound() throws IOException {
    double u = precision.unitRoundoff();
    ComputationGraph network = ComputationGraph.load(modelFile().toFile(), false);
    // Inputs lie between 0 and 1.
    double hidden =
        Math.max(
            g(4 + 3, u) * (rowSum(network, "a_W") + largest(network, "a_b")),
            g(6 + 3, u) * (rowSum(network, "b_W") + largest(network, "b_b")));
    hidden += 4 * u;
    double weights = rowSum(network, "answer_W");
    double logits = hidden * weights + g(16 + 3, u) * (weights + largest(network, "answer_b"));
    return logits / 2 + 8 * u;
  }

  private static double g(int n, double u) {
    return n * u / (1 - n * u);
  }

  /** The largest sum of weights that lead to one unit, regardless of their signs. */
  private static double rowSum(ComputationGraph network, String weights) {
    INDArray sums = Nd4j.math().abs(network.getParam(weights)).sum(0);
    return sums.maxNumber().doubleValue();
  }

  private static double largest(ComputationGraph network, String parameter) {
    return network.getParam(parameter).amaxNumber().doubleValue();
  }

  private float[] answers(Placement where) throws IOException {
    try (LoadedModel model = provider().open(reference(modelFile()), where);
        InferenceEngine engine = model.newEngine();
        Batch batch = batch(model, 0, EXAMPLES);
        Predictions predictions = engine.predict(batch)) {
      return floats(predictions.outputs());
    }
  }

  private float[] rounded(float[] numbers) {
    return Nd4j.createFromArray(numbers)
        .castTo(Dl4jDevices.type(precision))
        .castTo(DataType.FLOAT)
        .data()
        .asFloat();
  }

  private static int best(float[] scores, int at) {
    int best = at;
    for (int i = at + 1; i < at + CLASSES; i++) {
      best = scores[i] > scores[best] ? i : best;
    }
    return best;
  }
}
