package io.github.steelyard.datasets.batch;

import java.util.List;

/** {@code (x * scale - mean) / std} for each channel, in double, rounded once to float32. */
final class Normalization {
  private final double scale;
  private final double[] mean;
  private final double[] std;
  private final boolean sameForAll;
  private final boolean scaleOnly;

  Normalization(Preprocessing preprocessing, int channels) {
    this.scale = preprocessing.scale();
    this.mean = perChannel(preprocessing.mean(), 0, channels);
    this.std = perChannel(preprocessing.std(), 1, channels);
    this.sameForAll = preprocessing.mean().size() <= 1 && preprocessing.std().size() <= 1;
    this.scaleOnly = all(preprocessing.mean(), 0) && all(preprocessing.std(), 1);
  }

  private static double[] perChannel(List<Double> values, double otherwise, int channels) {
    double[] all = new double[channels];
    for (int channel = 0; channel < channels; channel++) {
      all[channel] = values.isEmpty() ? otherwise : values.get(values.size() == 1 ? 0 : channel);
    }
    return all;
  }

  private static boolean all(List<Double> values, double expected) {
    return values.stream().allMatch(value -> value == expected);
  }

  /** Whether all channels are treated alike. */
  boolean sameForAll() {
    return sameForAll;
  }

  /** Whether nothing is taken away, and nothing divided by. */
  boolean scaleOnly() {
    return scaleOnly;
  }

  double scale() {
    return scale;
  }

  /** Whether numbers stay as they are. */
  boolean none() {
    return scaleOnly && scale == 1;
  }

  float of(double value, int channel) {
    return (float) ((value * scale - mean[channel]) / std[channel]);
  }
}
