package io.github.steelyard.jobs.evaluate.plan;

import io.github.steelyard.engine.file.HadoopFiles;
import io.github.steelyard.engine.inference.ModelRef;
import io.github.steelyard.jobs.spark.staging.CompanionFiles;
import io.github.steelyard.jobs.spark.staging.ModelFiles;
import io.github.steelyard.jobs.spark.staging.ScratchFolder;
import io.github.steelyard.jobs.spark.staging.StagedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    this.files = HadoopFiles.of(plain, configuration);
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
   * A prepared model's files, where the executors reach them: first the one to open.
   *
   * @param companions of the model, which only one that was not converted still needs
   */
  List<StagedFile> stage(ModelRef model, Path prepared, List<String> companions)
      throws IOException {
    boolean converted = !prepared.equals(model.path());
    if (!converted && !companions.isEmpty()) {
      return together(model, companions);
    }
    String sha256 = converted ? ModelFiles.sha256(prepared) : model.sha256();
    String name = converted ? prepared.getFileName().toString() : sha256;
    return List.of(new StagedFile(name, place(prepared, name), Files.size(prepared), sha256));
  }

  /** Several files, in a folder that is named by all their contents. */
  private List<StagedFile> together(ModelRef model, List<String> companions) throws IOException {
    Map<String, Path> sources = new LinkedHashMap<>();
    // A name that no companion can have: it is made from all their contents.
    sources.put(model.sha256(), model.path());
    for (String companion : companions) {
      sources.put(companion, CompanionFiles.find(model, companion));
    }
    org.apache.hadoop.fs.Path target = new org.apache.hadoop.fs.Path(folder, model.sha256());
    publish(
        target,
        partial -> {
          for (Map.Entry<String, Path> source : sources.entrySet()) {
            copy(source.getValue(), new org.apache.hadoop.fs.Path(partial, source.getKey()));
          }
        });
    List<StagedFile> staged = new ArrayList<>();
    for (Map.Entry<String, Path> source : sources.entrySet()) {
      Path file = source.getValue();
      staged.add(
          new StagedFile(
              source.getKey(),
              target + "/" + source.getKey(),
              Files.size(file),
              ModelFiles.sha256(file)));
    }
    return staged;
  }

  /** The Hadoop path of a file under a name that stands for its contents. */
  private String place(Path file, String name) throws IOException {
    // A conversion lies there already. A user's own model may lie in that folder, too, under
    // another
    // name: it is copied like any other.
    if (local() && file.equals(conversions().resolve(name))) {
      return folder + "/" + name;
    }
    org.apache.hadoop.fs.Path target = new org.apache.hadoop.fs.Path(folder, name);
    publish(target, partial -> copy(file, partial));
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

  private void copy(Path file, org.apache.hadoop.fs.Path target) throws IOException {
    files.mkdirs(target.getParent());
    files.copyFromLocalFile(new org.apache.hadoop.fs.Path(file.toUri()), target);
  }
}
