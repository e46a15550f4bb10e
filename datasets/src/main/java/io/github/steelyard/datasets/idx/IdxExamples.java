package io.github.steelyard.datasets.idx;

import io.github.steelyard.datasets.format.RawExamples;
import io.github.steelyard.datasets.source.SourceFiles;
import io.github.steelyard.datasets.source.SourceStream;
import io.github.steelyard.engine.data.TensorType;
import io.github.steelyard.engine.problem.DataException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Row;

/** The examples of an images file and its labels file, side by side. */
final class IdxExamples implements Iterator<Row> {
  private final String name;
  private final String contentHash;
  private final IdxFile images;
  private final IdxFile labels;
  private final List<Integer> shape;
  private int next;
  private boolean open = true;

  IdxExamples(Path path, String labelsPath, Configuration configuration) {
    this.name = SourceFiles.name(path);
    this.contentHash = SourceStream.contentHash(path, configuration);
    this.images = new IdxFile(path, configuration, "images", 3, 4);
    this.labels = new IdxFile(new Path(labelsPath), configuration, "labels", 1, 1);
    this.shape = new ArrayList<>(images.itemShape());
    if (shape.size() == 2) {
      shape.add(1);
    }
    if (images.items() != labels.items()) {
      closeFiles();
      throw new DataException(
          SourceFiles.name(new Path(labelsPath)),
          "expected as many labels as "
              + name
              + " has images: "
              + images.items()
              + ". Found: "
              + labels.items());
    }
  }

  @Override
  public boolean hasNext() {
    if (next < images.items()) {
      return true;
    }
    if (open) {
      images.expectEnd();
      labels.expectEnd();
      closeFiles();
    }
    return false;
  }

  @Override
  public Row next() {
    if (next >= images.items()) {
      throw new NoSuchElementException();
    }
    byte[] image = images.next();
    int label = labels.next()[0] & 0xff;
    long row = next++;
    return RawExamples.row(
        null,
        name + ", row " + (row + 1),
        SourceStream.order(contentHash, row),
        Integer.toString(label),
        1,
        null,
        Map.of(),
        TensorType.UINT8,
        shape,
        image);
  }

  private void closeFiles() {
    try (images;
        labels) {
      open = false;
    } catch (IOException e) {
      throw new DataException(name, "cannot be closed", e);
    }
  }
}
