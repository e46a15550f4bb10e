package io.github.steelyard.jobs.spark;

import java.io.Serializable;
import java.util.Arrays;

/**
 * One file of a model, where every executor reaches it.
 *
 * @param name how it is called beside the model's other files, or below them: {@code data/a.bin};
 *     it never leads out of their folder
 * @param location as a Hadoop path
 * @param sha256 of its bytes, in lower-case hexadecimal digits
 */
public record StagedFile(String name, String location, long bytes, String sha256)
    implements Serializable {
  public StagedFile {
    if (!Arrays.stream(name.split("/", -1)).allMatch(StagedFile::isName)) {
      throw new IllegalArgumentException("Cannot use '" + name + "' as the name of a file");
    }
  }

  private static boolean isName(String step) {
    return !(step.isEmpty() || step.equals(".") || step.equals(".."))
        && step.indexOf('\\') < 0
        && step.indexOf('\0') < 0;
  }
}
