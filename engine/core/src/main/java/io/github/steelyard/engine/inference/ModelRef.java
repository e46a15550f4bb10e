package io.github.steelyard.engine.inference;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A model file on this machine, and what names its contents. Where a model consists of several
 * files, this is the one that an engine opens, and its contents are those of all of them.
 *
 * @param name the model's name in the suite
 * @param file the path of a local, readable file, as text
 * @param sha256 of the model's bytes, in lower-case hexadecimal digits: of a single file's, else of
 *     a list of all files with theirs
 * @param bytes of all its files
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

  /** The same file, as one of several that the model consists of. */
  public ModelRef with(String allSha256, long allBytes) {
    return new ModelRef(name, file, allSha256, allBytes, options);
  }
}
