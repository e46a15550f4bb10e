package io.github.steelyard.jobs.spark.staging;

import io.github.steelyard.engine.inference.Companions;
import java.io.Serializable;

/**
 * One file of a model, where every executor reaches it.
 *
 * @param name its path from the folder of the model's files; one that stays in it
 * @param location as a Hadoop path
 * @param sha256 of its bytes, in lower-case hexadecimal digits
 */
public record StagedFile(String name, String location, long bytes, String sha256)
    implements Serializable {
  public StagedFile {
    if (!Companions.relative(name)) {
      throw new IllegalArgumentException("Cannot use '" + name + "' as the name of a file");
    }
  }
}
