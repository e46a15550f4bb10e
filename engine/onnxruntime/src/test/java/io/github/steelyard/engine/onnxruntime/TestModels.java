package io.github.steelyard.engine.onnxruntime;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The models that {@code src/test/python/models.py} wrote. */
final class TestModels {
  private TestModels() {}

  /** A copy in the folder. */
  static Path copy(String name, Path folder) throws IOException {
    Path file = folder.resolve(name);
    if (!Files.exists(file)) {
      try (InputStream in = TestModels.class.getResourceAsStream("/models/" + name)) {
        if (in == null) {
          throw new IOException("There is no test model " + name);
        }
        Files.copy(in, file);
      }
    }
    return file;
  }
}
