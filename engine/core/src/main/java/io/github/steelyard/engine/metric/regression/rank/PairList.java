package io.github.steelyard.engine.metric.regression.rank;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Pairs of target and prediction as they are, each with a weight above 0. */
final class PairList {
  private static final int FEWEST = 16;

  private int size;
  private double[] targets = new double[FEWEST];
  private double[] predictions = new double[FEWEST];
  private double[] weights = new double[FEWEST];

  /**
   * Appends one pair.
   *
   * @param target finite, as the prediction is
   * @param weight finite, above 0
   */
  void add(double target, double prediction, double weight) {
    if (size == targets.length) {
      targets = Arrays.copyOf(targets, 2 * size);
      predictions = Arrays.copyOf(predictions, 2 * size);
      weights = Arrays.copyOf(weights, 2 * size);
    }
    // The zero below 0 is the zero above it, of which bits know nothing.
    targets[size] = target + 0.0;
    predictions[size] = prediction + 0.0;
    weights[size] = weight;
    size++;
  }

  int size() {
    return size;
  }

  void clear() {
    size = 0;
  }

  double target(int index) {
    return targets[index];
  }

  double prediction(int index) {
    return predictions[index];
  }

  double weight(int index) {
    return weights[index];
  }

  double[] targets() {
    return Arrays.copyOf(targets, size);
  }

  double[] predictions() {
    return Arrays.copyOf(predictions, size);
  }

  double[] weights() {
    return Arrays.copyOf(weights, size);
  }

  /** For each number its place among those that differ, in ascending order. */
  static int[] places(double[] numbers) {
    double[] distinct = numbers.clone();
    Arrays.sort(distinct);
    int count = 0;
    for (double number : distinct) {
      if (count == 0 || number > distinct[count - 1]) {
        distinct[count++] = number;
      }
    }
    int[] places = new int[numbers.length];
    for (int index = 0; index < places.length; index++) {
      places[index] = Arrays.binarySearch(distinct, 0, count, numbers[index]);
    }
    return places;
  }

  /** In an order that is the pairs' own. */
  void write(DataOutput out) throws IOException {
    out.writeInt(size);
    int[] order =
        IntStream.range(0, size)
            .boxed()
            .sorted(
                Comparator.comparingDouble(this::target)
                    .thenComparingDouble(this::prediction)
                    .thenComparingDouble(this::weight))
            .mapToInt(Integer::intValue)
            .toArray();
    for (int index : order) {
      out.writeDouble(targets[index]);
      out.writeDouble(predictions[index]);
      out.writeDouble(weights[index]);
    }
  }

  static PairList read(DataInput in, int most) throws IOException {
    int size = in.readInt();
    if (!(size >= 0 && size <= most)) {
      throw new IOException("Cannot read %d pairs: expected 0 to %d".formatted(size, most));
    }
    PairList pairs = new PairList();
    for (int index = 0; index < size; index++) {
      double target = in.readDouble();
      double prediction = in.readDouble();
      double weight = in.readDouble();
      if (!(Double.isFinite(target)
          && Double.isFinite(prediction)
          && Double.isFinite(weight)
          && weight > 0)) {
        throw new IOException(
            "Cannot read a target of %s and a prediction of %s that weigh %s"
                .formatted(target, prediction, weight));
      }
      pairs.add(target, prediction, weight);
    }
    return pairs;
  }
}
