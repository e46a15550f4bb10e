package io.github.steelyard.engine.onnxruntime.graph;

import io.github.steelyard.engine.inference.Companions;
import io.github.steelyard.engine.inference.UnusableModelException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;

/**
 * Weights that an ONNX file keeps in other files. Whoever writes a model chooses their paths, so
 * only files in the model's folder, or below it, are let in.
 */
public final class ExternalFiles {
  /** ONNX Runtime takes a path of this name for an address in memory. */
  private static final String MEMORY_ADDRESS = "_ORT_MEM_ADDR_";

  /** A file for each tensor of the largest models are some thousands. */
  private static final int MOST_FILES = 20_000;

  private ExternalFiles() {}

  /** Relative to the model's folder, sorted, each once. */
  public static List<String> of(ModelGraph graph) throws UnusableModelException {
    TreeSet<String> paths = new TreeSet<>();
    for (String location : graph.externalFiles()) {
      String path = location.replaceFirst("^(\\./)+", "");
      if (path.contains(MEMORY_ADDRESS) || !Companions.relative(path)) {
        throw refused(location);
      }
      paths.add(path);
    }
    if (!(paths.size() <= MOST_FILES)) {
      throw new UnusableModelException(
          "it keeps weights in " + paths.size() + " files: expected at most " + MOST_FILES);
    }
    return List.copyOf(paths);
  }

  /** Whether all of them are there, and none is a link to a file elsewhere. */
  public static void check(ModelGraph graph, Path model)
      throws IOException, UnusableModelException {
    for (String path : of(graph)) {
      if (Companions.find(model, path).isEmpty()) {
        throw refused(path);
      }
    }
  }

  private static UnusableModelException refused(String location) {
    return new UnusableModelException(
        "it keeps weights in '"
            + location.replaceAll("\\p{Cntrl}.*", "")
            + "': expected a relative path to a file beside the model");
  }
}
