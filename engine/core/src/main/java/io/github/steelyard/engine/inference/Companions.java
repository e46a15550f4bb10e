package io.github.steelyard.engine.inference;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Names of files that belong to a model and lie beside it, as {@link EngineProvider#companions}
 * gives them. Whoever writes a model chooses them, so they are let in only where they stay in the
 * model's folder, or below it.
 */
public final class Companions {
  private Companions() {}

  /**
   * Whether it is a relative path, with {@code /} between its names, that climbs nowhere and holds
   * nothing that one of the file systems takes for more than a name.
   */
  public static boolean relative(String path) {
    try {
      List<String> names = Arrays.asList(path.split("/", -1));
      return !Path.of(path).isAbsolute()
          && path.codePoints().noneMatch(Character::isISOControl)
          && path.indexOf('\\') < 0
          && path.indexOf(':') < 0
          && !names.contains("")
          && !names.contains(".")
          && !names.contains("..");
    } catch (InvalidPathException e) {
      return false;
    }
  }

  /**
   * The companion of a model on this machine; empty where there is no such file, or where a link
   * leads to one out of the model's folder.
   */
  public static Optional<Path> find(Path model, String path) throws IOException {
    if (!relative(path)) {
      return Optional.empty();
    }
    Path file = model.toAbsolutePath().resolveSibling(path);
    Path folder = model.toAbsolutePath().resolveSibling("").toRealPath();
    return Files.isRegularFile(file) && file.toRealPath().startsWith(folder)
        ? Optional.of(file)
        : Optional.empty();
  }
}
