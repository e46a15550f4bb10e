package io.github.steelyard.jobs.spark;

import java.io.Serializable;

/**
 * One file of a model, where every executor reaches it.
 *
 * @param name how it is called beside the model's other files; a name alone, no path
 * @param location as a Hadoop path
 * @param sha256 of its bytes, in lower-case hexadecimal digits
 */
public record StagedFile(String name, String location, long bytes, String sha256)
    implements Serializable {
  public StagedFile {
    if (name.isEmpty() || name.equals(".") || name.equals("..") || name.matches(".*[/\\\\\0].*")) {
      throw new IllegalArgumentException("Cannot use '" + name + "' as the name of a file");
    }
  }
}
