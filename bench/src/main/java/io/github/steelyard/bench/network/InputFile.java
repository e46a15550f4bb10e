package io.github.steelyard.bench.network;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** Reads parts of a file. */
public final class InputFile {
  private InputFile() {}

  /** Fills the buffer from a place in the file on, and makes it ready to be read. */
  public static void read(FileChannel channel, long offset, ByteBuffer into) throws IOException {
    long position = offset;
    while (into.hasRemaining()) {
      int read = channel.read(into, position);
      if (read < 0) {
        throw new EOFException("Expected " + into.remaining() + " more bytes");
      }
      position += read;
    }
    into.flip();
  }
}
