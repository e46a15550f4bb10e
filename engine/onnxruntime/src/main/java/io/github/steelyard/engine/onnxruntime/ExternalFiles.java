package io.github.steelyard.engine.onnxruntime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * Weights that an ONNX file keeps in other files. Whoever writes a model chooses their paths, so
 * only files in the model's folder, or below it, are let in.
 */
final class ExternalFiles {
  /** ONNX Runtime takes a path of this name for an address in memory. */
  private static final String MEMORY_ADDRESS = "_ORT_MEM_ADDR_";

  private ExternalFiles() {}

  static void check(ModelGraph graph, Path model) throws IOException, UnusableModelException {
    for (String location : graph.externalFiles()) {
      if (!inside(location, model)) {
        throw new UnusableModelException(
            "it keeps weights in '"
                + location.lines().findFirst().orElse("")
                + "': expected a relative path to a file beside the model");
      }
    }
  }

  private static boolean inside(String location, Path model) throws IOException {
    try {
      Path relative = Path.of(location);
      if (location.isEmpty()
          || location.contains(MEMORY_ADDRESS)
          || relative.isAbsolute()
          || relative.normalize().startsWith("..")) {
        return false;
      }
      Path file = model.toAbsolutePath().resolveSibling(relative);
      Path folder = model.toAbsolutePath().resolveSibling("").toRealPath();
      return Files.isRegularFile(file) && file.toRealPath().startsWith(folder);
    } catch (InvalidPathException e) {
      return false;
    }
  }
}
