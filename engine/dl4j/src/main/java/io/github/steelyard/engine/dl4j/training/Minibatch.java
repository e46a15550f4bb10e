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
  private final int classes;
  private final INDArray features;
  private final INDArray labels;
  private final FloatBuffer featureValues;
  private final FloatBuffer labelValues;

  Minibatch(int size, TrainingSet examples) {
    this.size = size;
    classes = examples.labels().classes();
    features = Nd4j.create(DataType.FLOAT, examples.exampleShape().batched(size).toArray());
    labels = Nd4j.create(DataType.FLOAT, size, classes);
    featureValues = features.data().asNioFloat();
    labelValues = labels.data().asNioFloat();
  }

  int size() {
    return size;
  }

  /** {@code [size, ...]}, in row-major order. */
  INDArray features() {
    return features;
  }

  /** {@code [size, classes]}: 1 for an example's class, else 0. */
  INDArray labels() {
    return labels;
  }

  /** Takes the examples that stand in {@code order} from {@code from} on. */
  void fill(TrainingSet examples, int[] order, int from) {
    featureValues.clear();
    for (int row = 0; row < size; row++) {
      int example = order[from + row];
      examples.put(example, featureValues);
      int label = examples.label(example);
      if (!(label >= 0 && label < classes)) {
        throw new BadInputException(
            "Training example "
                + example
                + " is of class "
                + label
                + ", expected 0 to "
                + (classes - 1)
                + ".");
      }
      for (int other = 0; other < classes; other++) {
        labelValues.put(row * classes + other, other == label ? 1 : 0);
      }
    }
    if (featureValues.hasRemaining()) {
      throw new IllegalStateException(
          "Cannot train on examples that are smaller than " + examples.exampleShape());
    }
  }

  @Override
  public void close() {
    features.close();
    labels.close();
  }
}
