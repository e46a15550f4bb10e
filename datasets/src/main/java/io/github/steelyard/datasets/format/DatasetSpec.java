package io.github.steelyard.datasets.format;

import io.github.steelyard.engine.data.LabelMap;
import io.github.steelyard.engine.task.classification.ClassificationTask;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A data set as a suite declares it.
 *
 * @param format the name of a {@link DatasetFormat}
 * @param task the name of the {@link io.github.steelyard.engine.task.Task} whose labels it has
 * @param labelMap the classes, or null where the format knows them (image folders) or there are
 *     none
 * @param labelValues what the label values are
 */
public record DatasetSpec(
    String name,
    String format,
    String task,
    @Nullable LabelMap labelMap,
    LabelValues labelValues,
    List<SplitSpec> splits)
    implements Serializable {
  public DatasetSpec {
    splits = List.copyOf(splits);
  }

  /** Of examples that are of one class each. */
  public DatasetSpec(
      String name,
      String format,
      @Nullable LabelMap labelMap,
      LabelValues labelValues,
      List<SplitSpec> splits) {
    this(name, format, ClassificationTask.NAME, labelMap, labelValues, splits);
  }

  public Optional<LabelMap> labels() {
    return Optional.ofNullable(labelMap);
  }
}
