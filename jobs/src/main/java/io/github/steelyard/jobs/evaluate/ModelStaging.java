package io.github.steelyard.jobs.evaluate;

import io.github.steelyard.engine.inference.ModelRef;
import io.github.steelyard.jobs.spark.CompanionFiles;
import io.github.steelyard.jobs.spark.ScratchFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;

/**
 * Puts model files where all executors reach them: {@code <out>/models}, named by their contents.
 * What is there already is not copied again.
 */
final class ModelStaging {
  private final org.apache.hadoop.fs.Path folder;
  private final FileSystem files;

  ModelStaging(String out, Configuration configuration) throws IOException {
    org.apache.hadoop.fs.Path plain = new org.apache.hadoop.fs.Path(out, "models");
    this.files = plain.getFileSystem(configuration);
    this.folder = files.makeQualified(plain);
    files.mkdirs(folder);
  }

  /**
   * Where an engine may put a file that it converts: a local folder, kept where that is possible.
   */
  Path conversions() throws IOException {
    return local()
        ? Files.createDirectories(Path.of(folder.toUri()))
        : Files.createDirectories(ScratchFolder.path().resolve("conversions"));
  }

  private boolean local() {
    return "file".equals(files.getUri().getScheme());
  }

  /**
   * The Hadoop path of a prepared model for the executors.
   *
   * @param companions of a model that was not converted: they lie beside it there, too
   */
  String stage(ModelRef model, Path prepared, List<String> companions) throws IOException {
    boolean converted = !prepared.equals(model.path());
    if (converted && local() && prepared.startsWith(conversions())) {
      return folder + "/" + prepared.getFileName();
    }
    if (!converted && !companions.isEmpty()) {
      org.apache.hadoop.fs.Path together = new org.apache.hadoop.fs.Path(folder, model.sha256());
      publish(together, partial -> copyTogether(model, companions, partial));
      return new org.apache.hadoop.fs.Path(together, model.sha256()).toString();
    }
    String name = converted ? prepared.getFileName().toString() : model.sha256();
    org.apache.hadoop.fs.Path target = new org.apache.hadoop.fs.Path(folder, name);
    publish(target, partial -> copy(prepared, partial));
    return target.toString();
  }

  private interface Copying {
    void to(org.apache.hadoop.fs.Path partial) throws IOException;
  }

  private void publish(org.apache.hadoop.fs.Path target, Copying copying) throws IOException {
    if (!files.exists(target)) {
      org.apache.hadoop.fs.Path partial =
          new org.apache.hadoop.fs.Path(folder, "." + target.getName() + "." + UUID.randomUUID());
      try {
        copying.to(partial);
        if (!files.rename(partial, target) && !files.exists(target)) {
          throw new IOException("Cannot rename " + partial + " to " + target);
        }
      } finally {
        files.delete(partial, true);
      }
    }
  }

  private void copyTogether(
      ModelRef model, List<String> companions, org.apache.hadoop.fs.Path partial)
      throws IOException {
    // A name that no companion can have: it is made from all their contents.
    copy(model.path(), new org.apache.hadoop.fs.Path(partial, model.sha256()));
    for (String companion : companions) {
      copy(
          CompanionFiles.find(model, companion), new org.apache.hadoop.fs.Path(partial, companion));
    }
  }

  private void copy(Path file, org.apache.hadoop.fs.Path target) throws IOException {
    files.mkdirs(target.getParent());
    files.copyFromLocalFile(new org.apache.hadoop.fs.Path(file.toUri()), target);
  }
}
