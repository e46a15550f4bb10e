package io.github.steelyard.datasets.source;

import io.github.steelyard.engine.problem.DataException;
import java.io.BufferedInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.compress.CompressionCodec;
import org.apache.hadoop.io.compress.CompressionCodecFactory;
import org.apache.spark.TaskContext;
import org.apache.spark.util.TaskCompletionListener;

/** Opens files, decompressed: gzip by their first bytes, Hadoop's other codecs by their name. */
public final class SourceStream {
  private static final int BUFFER_BYTES = 1 << 16;

  /** Of SHA-256, in hexadecimal digits: enough that two files of a data set never meet. */
  private static final int HASH_DIGITS = 32;

  private SourceStream() {}

  public static InputStream open(Path path, Configuration configuration) throws IOException {
    InputStream raw = null;
    try {
      raw = new BufferedInputStream(path.getFileSystem(configuration).open(path), BUFFER_BYTES);
      raw.mark(2);
      boolean gzipped = raw.read() == 0x1f && raw.read() == 0x8b;
      raw.reset();
      if (gzipped) {
        return new BufferedInputStream(new GZIPInputStream(raw, BUFFER_BYTES), BUFFER_BYTES);
      }
      CompressionCodec codec = new CompressionCodecFactory(configuration).getCodec(path);
      boolean plain = codec == null || path.getName().endsWith(".gz");
      return plain ? raw : new BufferedInputStream(codec.createInputStream(raw), BUFFER_BYTES);
    } catch (IOException e) {
      if (raw != null) {
        raw.close();
      }
      throw e;
    }
  }

  /** The same, closed when the running task ends, even where it fails midway. */
  public static InputStream openInTask(Path path, Configuration configuration) throws IOException {
    InputStream in = open(path, configuration);
    TaskContext task = TaskContext.get();
    if (task != null) {
      TaskCompletionListener listener =
          ended -> {
            try {
              in.close();
            } catch (IOException e) {
              throw new UncheckedIOException("Cannot close " + path, e);
            }
          };
      task.addTaskCompletionListener(listener);
    }
    return in;
  }

  /**
   * A hash of a file's decompressed contents: the name of files whose examples have no id, the same
   * wherever the file lies and however it is packed.
   */
  public static String contentHash(Path path, Configuration configuration) {
    MessageDigest digest = sha256();
    try (InputStream in = new DigestInputStream(open(path, configuration), digest)) {
      byte[] buffer = new byte[BUFFER_BYTES];
      while (in.read(buffer) >= 0) {
        // The digest sees what passes by.
      }
    } catch (IOException e) {
      throw unreadable(path, e);
    }
    return HexFormat.of().formatHex(digest.digest()).substring(0, HASH_DIGITS);
  }

  /** What to call a row of a file without ids; sorts as the rows stand in the file. */
  public static String order(String contentHash, long row) {
    return String.format(Locale.ROOT, "%s-%012d", contentHash, row);
  }

  public static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Cannot do without SHA-256, which every JDK has", e);
    }
  }

  /** The sentence for a file that could not be read to its end. */
  public static DataException unreadable(Path path, IOException cause) {
    String name = SourceFiles.name(path);
    if (cause instanceof FileNotFoundException) {
      return new DataException(name, "is missing", cause);
    }
    return new DataException(
        name,
        "cannot be read to its end, expected a whole file (" + cause.getMessage() + ")",
        cause);
  }
}
