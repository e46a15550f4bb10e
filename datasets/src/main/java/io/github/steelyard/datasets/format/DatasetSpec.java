package io.github.steelyard.datasets.format;

import io.github.steelyard.engine.data.LabelMap;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A data set as a suite declares it.
 *
 * @param format the name of a {@link DatasetFormat}
 * @param labelMap the classes, or null where the format knows them (image folders)
 * @param labelValues what the label values are
 */
public record DatasetSpec(
    String name,
    String format,
    @Nullable LabelMap labelMap,
    LabelValues labelValues,
    List<SplitSpec> splits)
    implements Serializable {
  public DatasetSpec {
    splits = List.copyOf(splits);
  }

  public Optional<LabelMap> labels() {
    return Optional.ofNullable(labelMap);
  }
}
