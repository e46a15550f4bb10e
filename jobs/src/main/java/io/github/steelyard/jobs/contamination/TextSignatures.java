package io.github.steelyard.jobs.contamination;

import io.github.steelyard.datasets.prepare.PreparedColumns;
import io.github.steelyard.datasets.prepare.PreparedSplit;
import io.github.steelyard.engine.columnar.ParquetBlockReader;
import io.github.steelyard.engine.columnar.RowBlock;
import io.github.steelyard.engine.task.ExampleColumns;
import org.apache.hadoop.conf.Configuration;
import org.jspecify.annotations.Nullable;

/** The sketches that were kept of texts; an example without text has none. */
final class TextSignatures implements SignatureSource {
  private static final int BLOCK = 8_192;

  private final ParquetBlockReader sketches;
  private @Nullable RowBlock block;
  private int row;

  TextSignatures(PreparedSplit split, int part, Configuration configuration) {
    this.sketches =
        new ParquetBlockReader(split.textsFile(part), configuration, PreparedColumns.texts());
  }

  @Override
  public @Nullable Signed next() {
    while (true) {
      RowBlock current = block;
      if (current == null || row == current.rows()) {
        if (sketches.rowsLeft() == 0) {
          return null;
        }
        current = sketches.next(BLOCK);
        block = current;
        row = 0;
      }
      int found = row++;
      byte[] sketch = current.binaries(PreparedColumns.SKETCH.name())[found];
      if (sketch != null) {
        return new Signed(current.longs(ExampleColumns.ORDINAL.name())[found], sketch);
      }
    }
  }

  @Override
  public void close() {
    sketches.close();
  }
}
