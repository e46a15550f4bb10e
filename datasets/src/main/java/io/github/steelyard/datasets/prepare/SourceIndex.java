package io.github.steelyard.datasets.prepare;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.steelyard.datasets.format.DatasetSpec;
import io.github.steelyard.datasets.format.SplitSpec;
import io.github.steelyard.engine.data.LabelMap;
import io.github.steelyard.engine.file.HadoopFiles;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/**
 * {@code <out>/data/sources/<hash>.json}: which fingerprint the same sources, read in the same way,
 * had the last time.
 */
final class SourceIndex {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path file;
  private final Configuration configuration;

  /**
   * @param state of the sources, from their format
   */
  SourceIndex(
      Path dataFolder,
      Configuration configuration,
      DatasetSpec dataset,
      SplitSpec split,
      LabelMap labels,
      long limit,
      String state) {
    CanonicalDigest digest = new CanonicalDigest();
    digest
        .add(DatasetPreparer.VERSION)
        .add(dataset.format())
        .add(dataset.task())
        .add(dataset.labelValues().name())
        .add(labels.names())
        .add(split.name())
        .add(limit)
        .add(state);
    split.options().values().forEach((key, values) -> digest.add(key).add(values));
    String hash = HexFormat.of().formatHex(digest.finish());
    this.file = new Path(dataFolder, "sources/" + hash + ".json");
    this.configuration = configuration;
  }

  Optional<String> fingerprint() {
    try (InputStream in = file.getFileSystem(configuration).open(file)) {
      String fingerprint = JSON.readTree(in).path("fingerprint").asText();
      // Anything else is a damaged note, and reading the sources again mends it.
      return fingerprint.matches("[0-9a-f]{64}") ? Optional.of(fingerprint) : Optional.empty();
    } catch (FileNotFoundException | JacksonException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
  }

  void remember(String fingerprint) {
    try (OutputStream out = HadoopFiles.of(file, configuration).create(file, true)) {
      out.write(JSON.writeValueAsBytes(Map.of("fingerprint", fingerprint)));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + file, e);
    }
  }
}
