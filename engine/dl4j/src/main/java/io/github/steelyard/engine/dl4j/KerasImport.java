package io.github.steelyard.engine.dl4j;

import io.github.steelyard.engine.dl4j.profile.InputPorts;
import io.github.steelyard.engine.inference.ModelRef;
import io.github.steelyard.engine.inference.UnusableModelException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Has a Keras file converted into a Deeplearning4j zip by {@link KerasConversion}, in a JVM of its
 * own: some imports never end, and some crash.
 */
final class KerasImport {
  /** Raised whenever a conversion would come out differently. */
  private static final int VERSION = 2;

  private KerasImport() {}

  /** The zip, named after the model's bytes; made only when it is not there yet. */
  static Path convert(ModelRef model, Path folder) throws IOException, UnusableModelException {
    String given = model.options().get(InputPorts.OPTION);
    String shape =
        given == null
            ? ""
            : InputPorts.parse(given).extents().stream()
                .map(Object::toString)
                .collect(Collectors.joining("x"));
    Path target =
        folder.resolve(
            model.sha256() + "-" + VERSION + (shape.isEmpty() ? "" : "-" + shape) + ".zip");
    if (!Files.exists(target)) {
      try (ModelChild child = ModelChild.in(folder)) {
        Path result = child.file("model.zip");
        child.run(
            KerasConversion.class,
            model,
            "conversion",
            List.of(model.path().toAbsolutePath().toString(), result.toString(), shape));
        Files.move(
            result, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      }
    }
    return target;
  }
}
