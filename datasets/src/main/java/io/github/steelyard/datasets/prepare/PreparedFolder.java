package io.github.steelyard.datasets.prepare;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.steelyard.datasets.source.SourceFiles;
import io.github.steelyard.engine.data.LabelMap;
import io.github.steelyard.engine.data.Shape;
import io.github.steelyard.engine.data.TensorType;
import io.github.steelyard.engine.file.HadoopFiles;
import io.github.steelyard.engine.problem.DataException;
import io.github.steelyard.engine.task.classification.ClassificationTask;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** {@code <out>/data/<fingerprint>}: which files lie in it, and the description written last. */
final class PreparedFolder {
  private static final String DESCRIPTION = "prepared.json";
  private static final ObjectMapper JSON = new ObjectMapper();

  private PreparedFolder() {}

  static Path examples(Path folder, int part) {
    return new Path(folder, String.format(Locale.ROOT, "examples/part-%05d.parquet", part));
  }

  static Path inputs(Path folder, int part) {
    return new Path(folder, String.format(Locale.ROOT, "inputs/part-%05d.parquet", part));
  }

  static Path texts(Path folder, int part) {
    return new Path(folder, String.format(Locale.ROOT, "texts/part-%05d.parquet", part));
  }

  /** Describes a folder whose files are all there. */
  static void describe(Path folder, PreparedSplit split, Configuration configuration) {
    ObjectNode root = JSON.createObjectNode();
    root.put("fingerprint", split.fingerprint());
    root.put("split", split.split());
    root.put("examples", split.examples());
    root.put("examplesPerShard", split.examplesPerShard());
    root.put("shardsPerFile", split.shardsPerFile());
    root.put("type", split.type().name());
    ArrayNode shape = root.putArray("shape");
    split.shape().extents().forEach(shape::add);
    root.put("task", split.task());
    ArrayNode labels = root.putArray("labels");
    split.labels().names().forEach(labels::add);
    ArrayNode slices = root.putArray("slices");
    split.slices().forEach(slices::add);
    ArrayNode classCounts = root.putArray("classCounts");
    split.classCounts().forEach(classCounts::add);
    root.put("texts", split.texts());
    Path file = new Path(folder, DESCRIPTION);
    try (OutputStream out = HadoopFiles.of(file, configuration).create(file, true)) {
      out.write(JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(root));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + file, e);
    }
  }

  /**
   * What lies in a folder; empty where it is not there, or not all of its files are.
   *
   * @throws DataException where its description is damaged
   */
  static Optional<PreparedSplit> read(Path folder, String dataset, Configuration configuration) {
    return read(folder, dataset, configuration, true);
  }

  /**
   * The same.
   *
   * @param withInputs false where examples are enough
   */
  static Optional<PreparedSplit> read(
      Path folder, String dataset, Configuration configuration, boolean withInputs) {
    Path file = new Path(folder, DESCRIPTION);
    try (InputStream in = file.getFileSystem(configuration).open(file)) {
      PreparedSplit split = parse(JSON.readTree(in), folder, dataset);
      FileSystem fileSystem = folder.getFileSystem(configuration);
      boolean whole =
          fileSystem.exists(examples(folder, split.parts() - 1))
              && (!withInputs || hasInputs(fileSystem, folder, split));
      return whole ? Optional.of(split) : Optional.empty();
    } catch (FileNotFoundException e) {
      return Optional.empty();
    } catch (IOException | RuntimeException e) {
      throw new DataException(
          SourceFiles.name(file),
          "is damaged, expected what an earlier run wrote; delete its folder to prepare it anew",
          e);
    }
  }

  private static boolean hasInputs(FileSystem fileSystem, Path folder, PreparedSplit split)
      throws IOException {
    int last = split.parts() - 1;
    return fileSystem.exists(inputs(folder, last))
        && (!split.texts() || fileSystem.exists(texts(folder, last)));
  }

  private static PreparedSplit parse(JsonNode root, Path folder, String dataset) {
    List<Long> shape = longs(root.required("shape"));
    return new PreparedSplit(
        dataset,
        root.required("split").textValue(),
        root.required("fingerprint").textValue(),
        folder.toString(),
        root.required("examples").longValue(),
        root.required("examplesPerShard").intValue(),
        root.required("shardsPerFile").intValue(),
        TensorType.valueOf(root.required("type").textValue()),
        new Shape(shape),
        // Data were prepared before there was another task.
        root.path("task").asText(ClassificationTask.NAME),
        new LabelMap(texts(root.required("labels"))),
        texts(root.required("slices")),
        longs(root.required("classCounts")),
        // Data were prepared before there were texts.
        root.path("texts").asBoolean(false));
  }

  private static List<Long> longs(JsonNode array) {
    List<Long> values = new ArrayList<>();
    array.forEach(value -> values.add(value.longValue()));
    return values;
  }

  private static List<String> texts(JsonNode array) {
    List<String> values = new ArrayList<>();
    array.forEach(value -> values.add(value.textValue()));
    return values;
  }

  /** Puts a staged folder, whole and described, in its place, unless the same is there already. */
  static void publish(Path staged, PreparedSplit split, Configuration configuration) {
    Path target = new Path(split.folder());
    try {
      FileSystem fileSystem = target.getFileSystem(configuration);
      if (read(target, split.dataset(), configuration).isPresent()) {
        return;
      }
      // What stands here without its last file is what an interrupted copy or deletion left.
      fileSystem.delete(target, true);
      if (!fileSystem.rename(staged, target)) {
        throw new IOException("Cannot rename " + staged + " to " + target);
      }
      // Where another run was faster by a moment, ours was moved into its folder.
      fileSystem.delete(new Path(target, staged.getName()), true);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot publish " + target, e);
    }
  }
}
