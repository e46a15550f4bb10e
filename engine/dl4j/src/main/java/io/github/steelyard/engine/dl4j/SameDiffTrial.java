package io.github.steelyard.engine.dl4j;

import io.github.steelyard.engine.inference.ModelRef;
import io.github.steelyard.engine.inference.UnusableModelException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Opens and runs a SameDiff graph in a JVM of its own before this one does: its operations are
 * native code, which believes a stranger's arguments, and a loop in it may never end.
 */
final class SameDiffTrial {
  /** Raised whenever a trial would end differently. */
  private static final int VERSION = 1;

  private SameDiffTrial() {}

  /** The file itself, once it was seen to run; that is noted in the folder. */
  static Path pass(ModelRef model, Path folder) throws IOException, UnusableModelException {
    List<String> options = new ArrayList<>();
    model.options().forEach((key, value) -> options.add(key + "=" + value));
    Path passed =
        folder.resolve(
            "%s-samediff-%d-%08x.passed"
                .formatted(model.sha256(), VERSION, options.toString().hashCode()));
    if (!Files.exists(passed)) {
      List<String> arguments = new ArrayList<>();
      arguments.add(model.path().toAbsolutePath().toString());
      arguments.addAll(options);
      try (ModelChild child = ModelChild.in(folder)) {
        child.run(SameDiffTrial.class, model, "trial", arguments);
      }
      Files.deleteIfExists(passed);
      Files.createFile(passed);
    }
    return model.path();
  }

  /** Arguments: where to say why not, the file, and the model's options. */
  public static void main(String[] arguments) throws IOException {
    ModelChild.answer(
        Path.of(arguments[0]),
        () -> {
          Map<String, String> options = new LinkedHashMap<>();
          for (int i = 2; i < arguments.length; i++) {
            int equals = arguments[i].indexOf('=');
            options.put(arguments[i].substring(0, equals), arguments[i].substring(equals + 1));
          }
          SameDiffModels.open(new ModelRef("trial", arguments[1], "", 0, options)).close();
        },
        SameDiffTrial::reason);
  }

  private static String reason(Throwable cause) {
    return cause instanceof UnusableModelException
        ? String.valueOf(cause.getMessage())
        : "its trial failed (" + UnusableModelException.firstLine(cause) + ")";
  }
}
