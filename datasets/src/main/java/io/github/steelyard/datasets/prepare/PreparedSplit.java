package io.github.steelyard.datasets.prepare;

import io.github.steelyard.engine.columnar.Column;
import io.github.steelyard.engine.data.LabelMap;
import io.github.steelyard.engine.data.Shape;
import io.github.steelyard.engine.data.TensorType;
import io.github.steelyard.engine.task.Tasks;
import java.io.Serializable;
import java.util.List;
import org.apache.hadoop.fs.Path;

/**
 * A split that has been cut into canonical shards.
 *
 * @param fingerprint of contents, labels, split and decoding, in lower-case hexadecimal digits
 * @param folder {@code <out>/data/<fingerprint>}, as a Hadoop path; {@code examples/} and {@code
 *     inputs/} lie in it
 * @param examples how many there are, at least one
 * @param examplesPerShard of all shards but the last
 * @param shardsPerFile of all files but the last; a file is the unit of work
 * @param type of a decoded input
 * @param shape of one decoded input
 * @param slices names of the slice columns
 * @param task the name of the task whose labels its examples have
 * @param labels the classes, or none where labels are numbers
 * @param classCounts how many examples each class has; none without classes
 * @param texts whether {@code texts/} has sketches of the texts that stand beside inputs
 */
public record PreparedSplit(
    String dataset,
    String split,
    String fingerprint,
    String folder,
    long examples,
    int examplesPerShard,
    int shardsPerFile,
    TensorType type,
    Shape shape,
    String task,
    LabelMap labels,
    List<String> slices,
    List<Long> classCounts,
    boolean texts)
    implements Serializable {
  public PreparedSplit {
    slices = List.copyOf(slices);
    classCounts = List.copyOf(classCounts);
  }

  /** The columns of its files of examples. */
  public List<Column> exampleColumns() {
    return PreparedColumns.examples(Tasks.named(task), slices);
  }

  public int shards() {
    return (int) ((examples + examplesPerShard - 1) / examplesPerShard);
  }

  /** Files in {@code examples/}, in {@code inputs/} and for each prediction key. */
  public int parts() {
    return (shards() + shardsPerFile - 1) / shardsPerFile;
  }

  /** The file of examples that belongs to a part. */
  public Path examplesFile(int part) {
    return PreparedFolder.examples(new Path(folder), part);
  }

  /** The file of decoded inputs that belongs to a part. */
  public Path inputsFile(int part) {
    return PreparedFolder.inputs(new Path(folder), part);
  }

  /** The file of sketches of texts that belongs to a part, where there are any. */
  public Path textsFile(int part) {
    return PreparedFolder.texts(new Path(folder), part);
  }

  /** Of a part's first example; of the part after the last, the number of examples. */
  public long firstOrdinal(int part) {
    return Math.min(examples, (long) part * shardsPerFile * examplesPerShard);
  }
}
