package io.github.steelyard.engine.dl4j.untrusted;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;

/** Leaves a file when it is deserialized, in this JVM or in another. */
public final class Trap implements Serializable {
  private static final long serialVersionUID = 1L;

  private final String mark;

  private Trap(Path mark) {
    this.mark = mark.toString();
  }

  /**
   * As Java's serialization writes it.
   *
   * @param mark the file that it leaves
   */
  public static byte[] set(Path mark) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(new Trap(mark));
    }
    return bytes.toByteArray();
  }

  private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
    in.defaultReadObject();
    Files.createFile(Path.of(mark));
  }
}
