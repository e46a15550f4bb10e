package io.github.steelyard.engine.dl4j.samediff;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.nd4j.graph.FlatGraph;

/**
 * The file that {@code SameDiff.save} writes: one FlatBuffers table, without anything at its
 * beginning that says so. What only training needs is hidden from the reader: the training
 * configuration is JSON that names classes to instantiate.
 */
public final class FlatGraphFile {
  private static final int SMALLEST = 16;
  private static final int VARIABLES = 6;
  private static final int TRAINING_CONFIGURATION = 18;
  private static final int UPDATER_STATE = 20;

  /** Ten fields in ND4J 1.0.0-M2.1; room for those of others. */
  private static final int LARGEST_FIELDS = 4 + 2 * 20;

  private static final int LONGEST_NAME = 1000;

  private FlatGraphFile() {}

  /** Whether the file's first table could be a graph with a named variable. */
  public static boolean looksLikeOne(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      if (channel.size() < SMALLEST || channel.size() > Integer.MAX_VALUE) {
        return false;
      }
      ByteBuffer bytes =
          channel
              .map(FileChannel.MapMode.READ_ONLY, 0, channel.size())
              .order(ByteOrder.LITTLE_ENDIAN);
      return isGraph(bytes);
    }
  }

  private static boolean isGraph(ByteBuffer bytes) {
    try {
      int fields = fields(bytes);
      int length = bytes.getShort(fields);
      if (length <= VARIABLES || length > LARGEST_FIELDS || length % 2 != 0) {
        return false;
      }
      FlatGraph graph = FlatGraph.getRootAsFlatGraph(bytes);
      int count = graph.variablesLength();
      if (count < 1 || count > bytes.capacity() / Integer.BYTES) {
        return false;
      }
      String name = graph.variables(0).name();
      return name != null
          && !name.isEmpty()
          && name.length() <= LONGEST_NAME
          && name.chars().noneMatch(Character::isISOControl);
    } catch (RuntimeException e) {
      // An offset that leads out of the file.
      return false;
    }
  }

  /** Where the root table's field offsets begin. */
  private static int fields(ByteBuffer bytes) {
    int root = bytes.getInt(0);
    return Math.subtractExact(root, bytes.getInt(root));
  }

  /** The file's bytes without what only training needs; changing them leaves the file alone. */
  static ByteBuffer read(Path file) throws IOException, SameDiffException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      if (channel.size() > Integer.MAX_VALUE) {
        throw new SameDiffException("it is larger than 2 GB, the most that SameDiff reads");
      }
      // On the heap: a mapped file that is cut short meanwhile ends the process.
      ByteBuffer bytes = ByteBuffer.allocate((int) channel.size()).order(ByteOrder.LITTLE_ENDIAN);
      int read = 0;
      while (bytes.hasRemaining() && read >= 0) {
        read = channel.read(bytes);
      }
      bytes.rewind();
      try {
        int fields = fields(bytes);
        hide(bytes, fields, TRAINING_CONFIGURATION);
        hide(bytes, fields, UPDATER_STATE);
      } catch (RuntimeException e) {
        throw new SameDiffException("it is no whole SameDiff graph: was it cut short?", e);
      }
      return bytes;
    }
  }

  private static void hide(ByteBuffer bytes, int fields, int field) {
    if (bytes.getShort(fields) > field) {
      bytes.putShort(fields + field, (short) 0);
    }
  }
}
