package io.github.steelyard.jobs.spark;

import io.github.steelyard.engine.inference.EngineProvider;
import io.github.steelyard.engine.inference.ModelRef;
import io.github.steelyard.engine.problem.ModelException;
import io.github.steelyard.engine.problem.Sentences;
import io.github.steelyard.jobs.spark.staging.ModelFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Model files on this machine, before an engine has opened them. */
public final class LocalModels {
  private LocalModels() {}

  /**
   * Reads a file once to name its contents.
   *
   * @throws ModelException when it is missing or cannot be read
   */
  public static ModelRef ref(String name, Path file, Map<String, String> options) {
    if (!Files.isRegularFile(file)) {
      throw new ModelException(name, "expected a model file at " + file + ". Found: none");
    }
    try {
      return new ModelRef(
          name, file.toString(), ModelFiles.sha256(file), Files.size(file), options);
    } catch (IOException e) {
      throw new ModelException(
          name,
          "cannot be read from "
              + file
              + " ("
              + Sentences.reason(e)
              + "), expected a file that may be read",
          e);
    }
  }

  /**
   * The engine that recognizes the file's contents.
   *
   * @throws ModelException when none does
   */
  public static EngineProvider recognize(ModelRef model) {
    return Engines.accepting(model.path())
        .orElseThrow(
            () ->
                new ModelException(
                    model.name(),
                    "no engine ("
                        + Engines.known()
                        + ") recognizes "
                        + model.file()
                        + ", expected a whole file of a format that one of them reads"));
  }
}
