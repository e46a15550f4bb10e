package io.github.steelyard.engine.inference;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A model file on this machine, and what names its contents.
 *
 * @param name the model's name in the suite
 * @param file the path of a local, readable file, as text
 * @param sha256 of the file's bytes, in lower-case hexadecimal digits
 * @param bytes the file's size
 * @param options what the suite says to the engine, under the engine's own keys
 */
public record ModelRef(
    String name, String file, String sha256, long bytes, Map<String, String> options)
    implements Serializable {
  public ModelRef {
    // Sorted, because keys are made from its text.
    options = Collections.unmodifiableMap(new TreeMap<>(options));
  }

  public Path path() {
    return Path.of(file);
  }

  /** The same model, read from another place. */
  public ModelRef at(Path otherFile) {
    return new ModelRef(name, otherFile.toString(), sha256, bytes, options);
  }
}
