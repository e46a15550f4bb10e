package io.github.steelyard.jobs.evaluate;

import io.github.steelyard.engine.inference.ModelRef;
import io.github.steelyard.jobs.spark.ModelFiles;
import io.github.steelyard.jobs.spark.ScratchFolder;
import io.github.steelyard.jobs.spark.StagedFile;
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

  /** A prepared model's files, where the executors reach them: first the one to open. */
  List<StagedFile> stage(ModelRef model, Path prepared) throws IOException {
    boolean converted = !prepared.equals(model.path());
    String sha256 = converted ? ModelFiles.sha256(prepared) : model.sha256();
    String name = converted ? prepared.getFileName().toString() : sha256;
    return List.of(new StagedFile(name, place(prepared, name), Files.size(prepared), sha256));
  }

  /** The Hadoop path of a file under a name that stands for its contents. */
  private String place(Path file, String name) throws IOException {
    if (local() && file.startsWith(conversions())) {
      return folder + "/" + name;
    }
    org.apache.hadoop.fs.Path target = new org.apache.hadoop.fs.Path(folder, name);
    if (!files.exists(target)) {
      org.apache.hadoop.fs.Path partial =
          new org.apache.hadoop.fs.Path(folder, "." + name + "." + UUID.randomUUID());
      try {
        files.copyFromLocalFile(new org.apache.hadoop.fs.Path(file.toUri()), partial);
        if (!files.rename(partial, target) && !files.exists(target)) {
          throw new IOException("Cannot rename " + partial + " to " + target);
        }
      } finally {
        files.delete(partial, false);
      }
    }
    return target.toString();
  }
}
