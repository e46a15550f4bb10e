package io.github.steelyard.engine.metric;

import io.github.steelyard.engine.data.LabelMap;
import java.io.Serializable;

/**
 * What metrics need to know of a data set beside its rows.
 *
 * @param labels the data set's classes
 * @param clustered true where examples of one group belong together (one patient's, one
 *     document's): then no interval may take them for independent
 */
public record MetricSettings(LabelMap labels, boolean clustered) implements Serializable {
  /** Independent examples. */
  public static MetricSettings of(LabelMap labels) {
    return new MetricSettings(labels, false);
  }

  public int classes() {
    return labels.classes();
  }
}
