package io.github.steelyard.engine.dl4j.training;

import io.github.steelyard.engine.problem.BadInputException;
import io.github.steelyard.engine.training.TrainingSet;
import java.nio.FloatBuffer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Memory for one minibatch of a fixed size, filled again for each step. */
final class Minibatch implements AutoCloseable {
  private final int size;
  private final TargetScale scale;
  private final INDArray features;
  private final INDArray targets;
  private final FloatBuffer featureValues;
  private final FloatBuffer targetValues;

  Minibatch(int size, TrainingSet examples, TargetScale scale) {
    this.size = size;
    this.scale = scale;
    features = Nd4j.create(DataType.FLOAT, examples.exampleShape().batched(size).toArray());
    targets = Nd4j.create(DataType.FLOAT, size, examples.outputs());
    featureValues = features.data().asNioFloat();
    targetValues = targets.data().asNioFloat();
  }

  int size() {
    return size;
  }

  /** {@code [size, ...]}, in row-major order. */
  INDArray features() {
    return features;
  }

  /** {@code [size, outputs]}, scaled. */
  INDArray targets() {
    return targets;
  }

  /** Takes the examples that stand in {@code order} from {@code from} on. */
  void fill(TrainingSet examples, int[] order, int from) {
    featureValues.clear();
    targetValues.clear();
    for (int row = 0; row < size; row++) {
      int example = order[from + row];
      examples.put(example, featureValues);
      int firstTarget = targetValues.position();
      examples.putTarget(example, targetValues);
      scale(example, firstTarget);
    }
    if (featureValues.hasRemaining() || targetValues.hasRemaining()) {
      throw new IllegalStateException(
          "Cannot train on examples that are smaller than "
              + examples.exampleShape()
              + " or have fewer targets than "
              + examples.outputs());
    }
  }

  private void scale(int example, int from) {
    for (int at = from; at < targetValues.position(); at++) {
      float target = targetValues.get(at);
      if (!Float.isFinite(target)) {
        throw new BadInputException(
            "Training example "
                + example
                + " has a target of "
                + target
                + ", expected finite numbers.");
      }
      targetValues.put(at, scale.apply(target));
    }
  }

  @Override
  public void close() {
    features.close();
    targets.close();
  }
}
