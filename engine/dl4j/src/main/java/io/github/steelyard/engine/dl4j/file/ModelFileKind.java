package io.github.steelyard.engine.dl4j.file;

import io.github.steelyard.engine.dl4j.samediff.FlatGraphFile;
import io.github.steelyard.engine.inference.UnusableModelException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** What a model file is, by its contents. */
public enum ModelFileKind {
  DL4J_ZIP,
  HDF5,
  /** What Keras 3 calls {@code .keras}. */
  KERAS_ZIP,
  /** A graph of ND4J's own; the only kind without a signature at its beginning. */
  SAME_DIFF,
  /** As newer versions of ND4J save it; known, so that it can be refused with a way out. */
  NEWER_SAME_DIFF,
  OTHER;

  private static final byte[] ZIP = {'P', 'K', 3, 4};
  private static final byte[] SHARD = {'S', 'D', 'N', 'B'};
  private static final byte[] HDF = {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n'};

  /** HDF5 lets a user block of so many bytes come first. */
  private static final long[] HDF_OFFSETS = {0, 512, 1024, 2048};

  public static ModelFileKind of(Path file) throws IOException {
    if (startsWith(file, 0, ZIP)) {
      return zip(file);
    }
    for (long offset : HDF_OFFSETS) {
      if (startsWith(file, offset, HDF)) {
        return HDF5;
      }
    }
    if (startsWith(file, 0, SHARD)) {
      return NEWER_SAME_DIFF;
    }
    return FlatGraphFile.looksLikeOne(file) ? SAME_DIFF : OTHER;
  }

  private static ModelFileKind zip(Path file) throws IOException {
    try (ModelZip zip = ModelZip.open(file)) {
      if (zip.holds(Dl4jModelFile.CONFIGURATION) && zip.holds(Dl4jModelFile.COEFFICIENTS)) {
        return DL4J_ZIP;
      }
      if (zip.keras()) {
        return KERAS_ZIP;
      }
      return zip.holdsShards() ? NEWER_SAME_DIFF : OTHER;
    } catch (UnusableModelException e) {
      // Cut short or dangerous: whoever opens it says which.
      return DL4J_ZIP;
    }
  }

  private static boolean startsWith(Path file, long offset, byte[] signature) throws IOException {
    return Arrays.equals(bytes(file, offset, signature.length), signature);
  }

  private static byte[] bytes(Path file, long offset, int count) throws IOException {
    try (SeekableByteChannel channel = Files.newByteChannel(file).position(offset);
        InputStream in = Channels.newInputStream(channel)) {
      return in.readNBytes(count);
    }
  }
}
