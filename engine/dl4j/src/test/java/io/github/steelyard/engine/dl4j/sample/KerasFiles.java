package io.github.steelyard.engine.dl4j.sample;

import io.github.steelyard.engine.inference.ModelRef;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/** The Keras files among the test's resources; {@code make.py} beside them made them. */
public final class KerasFiles {
  private KerasFiles() {}

  public static Path copy(String name, Path folder) throws IOException {
    return copy("/keras/", name, folder);
  }

  public static Path copy(String resources, String name, Path folder) throws IOException {
    Path file = folder.resolve(name);
    if (!Files.exists(file)) {
      try (InputStream in = KerasFiles.class.getResourceAsStream(resources + name)) {
        Files.copy(in, file);
      }
    }
    return file;
  }

  /** A copy in which each occurrence of some text has become another of the same length. */
  public static Path patched(String name, Path folder, String text, String other)
      throws IOException {
    String content =
        new String(Files.readAllBytes(copy(name, folder)), StandardCharsets.ISO_8859_1);
    if (!content.contains(text) || text.length() != other.length()) {
      throw new IllegalArgumentException("Cannot replace '" + text + "' by '" + other + "'");
    }
    return Files.write(
        folder.resolve("patched-" + name),
        content.replace(text, other).getBytes(StandardCharsets.ISO_8859_1));
  }

  public static ModelRef reference(Path file, Map<String, String> options) throws IOException {
    try {
      byte[] bytes = Files.readAllBytes(file);
      String sha256 = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
      return new ModelRef("m", file.toString(), sha256, bytes.length, options);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
