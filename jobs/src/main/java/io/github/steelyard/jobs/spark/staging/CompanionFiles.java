package io.github.steelyard.jobs.spark.staging;

import io.github.steelyard.engine.inference.Companions;
import io.github.steelyard.engine.inference.EngineProvider;
import io.github.steelyard.engine.inference.ModelRef;
import io.github.steelyard.engine.problem.ModelException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** Models that consist of several files, which lie beside each other. */
public final class CompanionFiles {
  /**
   * First line of the list that names a model's contents; its number is raised when that changes.
   */
  private static final String LIST = "steelyard model files 1\n";

  private CompanionFiles() {}

  /**
   * The model with its companions on this machine. On a local disk they lie there already; from
   * elsewhere, all files are copied beside each other, into this process's scratch folder.
   *
   * @param model of which this machine has the file itself
   * @param location where that file comes from, as a Hadoop path
   * @throws ModelException when a companion is missing
   */
  public static ModelRef gather(
      ModelRef model, String location, EngineProvider provider, Configuration configuration)
      throws IOException {
    List<String> companions = provider.companions(model);
    Path path = new Path(location);
    FileSystem files = path.getFileSystem(configuration);
    if (companions.isEmpty() || "file".equals(files.getUri().getScheme())) {
      return model;
    }
    StringBuilder state = new StringBuilder(LIST).append(state(files.getFileStatus(path)));
    for (String companion : companions) {
      try {
        state.append(state(files.getFileStatus(beside(path, companion))));
      } catch (FileNotFoundException e) {
        throw new ModelException(model.name(), missing(location, companion), e);
      }
    }
    java.nio.file.Path folder =
        Files.createDirectories(ScratchFolder.path().resolve("models"))
            .resolve(DigestUtils.sha256Hex(state.toString()));
    if (!Files.exists(folder)) {
      java.nio.file.Path partial = folder.resolveSibling(UUID.randomUUID() + ".partial");
      Files.createDirectories(partial);
      Files.copy(model.path(), partial.resolve(path.getName()));
      for (String companion : companions) {
        fetch(files, beside(path, companion), partial.resolve(companion));
      }
      Files.move(partial, folder, StandardCopyOption.ATOMIC_MOVE);
    }
    return model.at(folder.resolve(path.getName()));
  }

  private static Path beside(Path model, String companion) {
    return new Path(model.getParent(), companion);
  }

  private static String state(FileStatus file) {
    return file.getPath() + "\n" + file.getLen() + "\n" + file.getModificationTime() + "\n";
  }

  private static void fetch(FileSystem files, Path from, java.nio.file.Path to) throws IOException {
    Files.createDirectories(Objects.requireNonNull(to.getParent()));
    try (InputStream in = files.open(from)) {
      Files.copy(in, to);
    }
  }

  /**
   * The model, named by the contents of all files that it consists of: a single file by its own
   * SHA-256; several by that of a list of them, each with its SHA-256, size and path, the model's
   * own file first, without its name, the others in the order of their paths.
   *
   * @param model whose companions lie beside it
   * @throws ModelException when a companion is missing
   */
  public static ModelRef whole(ModelRef model, EngineProvider provider) throws IOException {
    List<String> companions = provider.companions(model);
    if (companions.isEmpty()) {
      return model;
    }
    StringBuilder list = new StringBuilder(LIST);
    list.append(model.sha256()).append(' ').append(model.bytes()).append('\n');
    long bytes = model.bytes();
    for (String companion : companions) {
      java.nio.file.Path file = find(model, companion);
      long size = Files.size(file);
      bytes += size;
      list.append(ModelFiles.sha256(file)).append(' ').append(size).append(' ');
      list.append(companion).append('\n');
    }
    return model.with(DigestUtils.sha256Hex(list.toString()), bytes);
  }

  /**
   * A companion on this machine.
   *
   * @throws ModelException when it is missing, or lies elsewhere
   */
  public static java.nio.file.Path find(ModelRef model, String companion) throws IOException {
    return Companions.find(model.path(), companion)
        .orElseThrow(() -> new ModelException(model.name(), missing(model.file(), companion)));
  }

  private static String missing(String model, String companion) {
    return "cannot read "
        + model
        + ": it consists of several files, expected '"
        + companion
        + "' beside it. Found: none, or a link to a file elsewhere";
  }
}
