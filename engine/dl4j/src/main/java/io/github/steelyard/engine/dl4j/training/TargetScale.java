package io.github.steelyard.engine.dl4j.training;

import io.github.steelyard.engine.dl4j.head.OutputHead;
import io.github.steelyard.engine.training.TrainingSet;
import java.nio.FloatBuffer;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.api.Layer;

/**
 * How targets stand in a training: {@code (target - mean) / deviation}. What a linear output layer
 * learnt of those, it is told of the targets themselves by {@link #restore}.
 *
 * @param mean of the targets, 0 where they stay as they are
 * @param deviation above 0; 1 where they stay as they are
 */
record TargetScale(double mean, double deviation) {
  private static final TargetScale NONE = new TargetScale(0, 1);

  /** Of the first {@code used} examples, where the head wants it. */
  static TargetScale of(OutputHead head, TrainingSet examples, int used) {
    if (!head.standardized()) {
      return NONE;
    }
    float[] targets = new float[Math.multiplyExact(used, examples.outputs())];
    FloatBuffer target = FloatBuffer.wrap(targets);
    for (int example = 0; example < used; example++) {
      examples.putTarget(example, target);
    }
    double mean = mean(targets, value -> value);
    double deviation = Math.sqrt(mean(targets, value -> (value - mean) * (value - mean)));
    return new TargetScale(mean, deviation > 0 ? deviation : 1);
  }

  private static double mean(float[] targets, DoubleUnaryOperator of) {
    return IntStream.range(0, targets.length)
        .mapToDouble(index -> of.applyAsDouble(targets[index]))
        .average()
        .orElse(0);
  }

  float apply(float target) {
    return (float) ((target - mean) / deviation);
  }

  /** A loss in the targets' own unit: where they are scaled, it is a squared error. */
  double loss(double scaled) {
    return scaled * deviation * deviation;
  }

  /** Scales the weights of the layer that gives the outputs. */
  void restore(Layer outputs) {
    if (!equals(NONE)) {
      outputs.getParam("W").muli(deviation);
      outputs.getParam("b").muli(deviation).addi(mean);
    }
  }
}
