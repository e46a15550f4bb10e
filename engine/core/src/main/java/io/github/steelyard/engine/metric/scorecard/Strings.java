package io.github.steelyard.engine.metric.scorecard;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Lists of strings in a scorecard's bytes; unlike {@code writeUTF} without a limit of 64 KB. */
final class Strings {
  private static final int MOST_BYTES = 1 << 24;

  private Strings() {}

  static void write(Collection<String> strings, DataOutput out) throws IOException {
    out.writeInt(strings.size());
    for (String string : strings) {
      byte[] bytes = string.getBytes(UTF_8);
      out.writeInt(bytes.length);
      out.write(bytes);
    }
  }

  static List<String> read(DataInput in) throws IOException {
    int size = in.readInt();
    List<String> strings = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      int length = in.readInt();
      if (!(length >= 0 && length <= MOST_BYTES)) {
        throw new IOException("Cannot read a string of " + length + " bytes");
      }
      byte[] bytes = new byte[length];
      in.readFully(bytes);
      strings.add(new String(bytes, UTF_8));
    }
    return strings;
  }
}
