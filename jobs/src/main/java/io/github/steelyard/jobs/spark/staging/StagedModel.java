package io.github.steelyard.jobs.spark.staging;

import io.github.steelyard.engine.inference.ModelRef;
import io.github.steelyard.engine.inference.device.Placement;
import java.io.Serializable;
import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * A model that every executor can open.
 *
 * @param engine the name of the provider that opens it
 * @param placement on a GPU the first one; each task takes its own
 * @param ref names the original file's bytes; its path holds on the driver alone
 * @param files of the prepared model: first the one that an engine opens, then those beside it
 * @param weightBytes what it takes once loaded
 */
public record StagedModel(
    String engine, Placement placement, ModelRef ref, List<StagedFile> files, long weightBytes)
    implements Serializable {
  public StagedModel {
    files = List.copyOf(files);
    if (files.isEmpty()) {
      throw new IllegalArgumentException("Cannot stage model '" + ref.name() + "' without a file");
    }
  }

  /** Where the file that an engine opens lies for all executors, as a Hadoop path. */
  public String location() {
    return files.get(0).location();
  }

  /** Names the files' contents and their names; the same on every machine. */
  public String address() {
    StringBuilder text = new StringBuilder();
    for (StagedFile file : files) {
      text.append(file.sha256()).append(' ').append(file.name()).append('\n');
    }
    return DigestUtils.sha256Hex(text.toString());
  }

  long bytes() {
    return files.stream().mapToLong(StagedFile::bytes).sum();
  }
}
