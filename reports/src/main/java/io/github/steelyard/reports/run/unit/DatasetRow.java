package io.github.steelyard.reports.run.unit;

import io.github.steelyard.engine.data.LabelMap;
import io.github.steelyard.engine.data.Shape;
import io.github.steelyard.engine.data.TensorType;
import java.io.Serializable;
import java.util.List;

/**
 * A split of a data set that could be prepared.
 *
 * @param format the format's name: {@code csv}, {@code idx}
 * @param fingerprint of contents, labels, split and decoding, in lower-case hexadecimal digits
 * @param type of a decoded input
 * @param shape of one decoded input
 * @param labels the classes, or none where labels are numbers
 * @param classCounts how many examples each class of {@code labels} has, in that order
 * @param slices names of the slice columns
 * @param shards canonical shards it was cut into
 */
public record DatasetRow(
    String name,
    String split,
    String format,
    String fingerprint,
    long examples,
    TensorType type,
    Shape shape,
    LabelMap labels,
    List<Long> classCounts,
    List<String> slices,
    int shards)
    implements Serializable {
  public DatasetRow {
    classCounts = List.copyOf(classCounts);
    slices = List.copyOf(slices);
    if (classCounts.size() != labels.classes()) {
      throw new IllegalArgumentException(
          "Cannot give "
              + classCounts.size()
              + " class counts to the "
              + labels.classes()
              + " classes of '"
              + name
              + "'");
    }
  }
}
