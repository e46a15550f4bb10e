package io.github.steelyard.engine.metric;

import io.github.steelyard.engine.data.LabelMap;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * What metrics need to know of a data set beside its rows.
 *
 * @param labels the data set's classes
 * @param clustered true where examples of one group belong together (one patient's, one
 *     document's): then no interval may take them for independent
 * @param binary which class is the positive one; null where none is: then the binary metrics do not
 *     apply
 */
public record MetricSettings(LabelMap labels, boolean clustered, @Nullable BinarySettings binary)
    implements Serializable {
  public MetricSettings {
    if (binary != null && !(binary.positive() < labels.classes())) {
      throw new IllegalArgumentException(
          "Cannot take class %d for the positive one: there are %d classes"
              .formatted(binary.positive(), labels.classes()));
    }
  }

  /** Of two classes the second one is positive, as scikit-learn has it; of more none. */
  public MetricSettings(LabelMap labels, boolean clustered) {
    this(labels, clustered, labels.classes() == 2 ? BinarySettings.of(1) : null);
  }

  /** Independent examples. */
  public static MetricSettings of(LabelMap labels) {
    return new MetricSettings(labels, false);
  }

  public int classes() {
    return labels.classes();
  }
}
