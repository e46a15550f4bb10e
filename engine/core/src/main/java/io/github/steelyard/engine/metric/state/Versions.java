package io.github.steelyard.engine.metric.state;

import java.io.DataInput;
import java.io.IOException;

/** The version byte in front of every state. */
public final class Versions {
  private Versions() {}

  public static void check(DataInput in, String state, byte expected) throws IOException {
    byte version = in.readByte();
    if (version != expected) {
      throw new IOException(
          "Cannot read a %s of version %d: expected %d".formatted(state, version, expected));
    }
  }
}
