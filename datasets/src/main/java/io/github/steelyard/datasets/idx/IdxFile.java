package io.github.steelyard.datasets.idx;

import io.github.steelyard.datasets.source.SourceFiles;
import io.github.steelyard.datasets.source.SourceStream;
import io.github.steelyard.engine.problem.DataException;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/**
 * An IDX file of unsigned bytes, read item by item. Its header, big-endian: two zero bytes, the
 * element type (0x08 for unsigned bytes), the number of dimensions, then each extent as an int.
 */
final class IdxFile implements AutoCloseable {
  private static final int UNSIGNED_BYTE = 0x08;
  private static final int MOST_ITEM_BYTES = 64 << 20;

  private final Path path;
  private final DataInputStream in;
  private final int items;
  private final List<Integer> itemShape = new ArrayList<>();
  private int itemBytes = 1;
  private int read;

  /**
   * @param expected what the header is expected to declare, for messages: {@code images}
   * @param fewest dimensions that it may declare
   * @param most dimensions that it may declare
   */
  IdxFile(Path path, Configuration configuration, String expected, int fewest, int most) {
    this.path = path;
    try {
      this.in = new DataInputStream(SourceStream.openInTask(path, configuration));
    } catch (IOException e) {
      throw SourceStream.unreadable(path, e);
    }
    try {
      int magic = in.readInt();
      int dimensions = magic & 0xff;
      if (magic >>> 8 != UNSIGNED_BYTE || dimensions < fewest || dimensions > most) {
        throw problem(
            String.format(
                "expected an IDX file of %s, beginning with %08x. Found: %08x",
                expected, UNSIGNED_BYTE << 8 | fewest, magic));
      }
      this.items = extent();
      for (int dimension = 1; dimension < dimensions; dimension++) {
        itemShape.add(extent());
        if ((long) itemBytes * itemShape.get(dimension - 1) > MOST_ITEM_BYTES) {
          throw problem("expected items of at most 64 MB. Found: " + itemShape);
        }
        itemBytes *= itemShape.get(dimension - 1);
      }
    } catch (IOException e) {
      throw closing(
          problem("is cut short within its header, expected an IDX file of " + expected, e));
    } catch (DataException e) {
      throw closing(e);
    }
  }

  private int extent() throws IOException {
    int extent = in.readInt();
    if (extent < 0) {
      throw problem("expected extents of 0 or more in its header. Found: " + extent);
    }
    return extent;
  }

  private DataException problem(String problem) {
    return new DataException(SourceFiles.name(path), problem);
  }

  private DataException problem(String problem, IOException cause) {
    return new DataException(SourceFiles.name(path), problem, cause);
  }

  private DataException closing(DataException problem) {
    try {
      in.close();
    } catch (IOException e) {
      problem.addSuppressed(e);
    }
    return problem;
  }

  /** As the header says. */
  int items() {
    return items;
  }

  /** Of one item: empty for labels, {@code [height, width]} for images. */
  List<Integer> itemShape() {
    return itemShape;
  }

  byte[] next() {
    byte[] item = new byte[itemBytes];
    try {
      in.readFully(item);
    } catch (EOFException e) {
      throw problem("is cut short, expected " + items + " items. Found: " + read, e);
    } catch (IOException e) {
      throw SourceStream.unreadable(path, e);
    }
    read++;
    return item;
  }

  /** To be called after the last item. */
  void expectEnd() {
    try {
      if (in.read() >= 0) {
        throw problem("expected its end after " + items + " items. Found: more bytes");
      }
    } catch (IOException e) {
      throw SourceStream.unreadable(path, e);
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
