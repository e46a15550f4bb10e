package io.github.steelyard.engine.dl4j.file;

import io.github.steelyard.engine.inference.UnusableModelException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.shade.jackson.core.JsonProcessingException;
import org.nd4j.shade.jackson.databind.ObjectMapper;

/**
 * Reads a Deeplearning4j zip from a stranger: configuration, coefficients and Steelyard's notes,
 * and nothing else. Its other parts (the updater's state, {@code normalizer.bin}, {@code
 * preprocessor.bin}) are not needed to run a network, and reading Java-serialized ones would run
 * the stranger's code. Nothing is unpacked to disk, and what is read is bounded.
 */
public final class ModelZip implements AutoCloseable {
  public static final String KERAS_WEIGHTS = "model.weights.h5";
  private static final String KERAS_CONFIGURATION = "config.json";
  private static final String KERAS_METADATA = "metadata.json";

  private static final long LARGEST_CONFIGURATION = 64L << 20;
  private static final long LARGEST_NOTES = 1L << 20;
  private static final int MOST_ENTRIES = 10_000;

  /** Weights hardly compress; even those of a network pruned by 99 % do not come near this. */
  private static final long HIGHEST_RATIO = 200;

  private static final long SMALL = 64L << 20;
  private static final int BUFFER_BYTES = 1 << 16;

  private final ZipFile zip;

  private ModelZip(ZipFile zip) {
    this.zip = zip;
  }

  public static ModelZip open(Path file) throws IOException, UnusableModelException {
    ZipFile zip;
    try {
      zip = new ZipFile(file.toFile());
    } catch (ZipException e) {
      throw new UnusableModelException("it is not a whole zip file: was it cut short?", e);
    }
    try {
      checkNames(zip);
    } catch (UnusableModelException e) {
      zip.close();
      throw e;
    }
    return new ModelZip(zip);
  }

  boolean holds(String name) {
    return zip.getEntry(name) != null;
  }

  /** Newer versions of SameDiff cut a graph into shards. */
  boolean holdsShards() {
    return zip.stream().anyMatch(entry -> entry.getName().endsWith(".sdnb"));
  }

  /** A {@code .keras} file is a zip, too. */
  boolean keras() {
    return holds(KERAS_METADATA) && holds(KERAS_CONFIGURATION) && holds(KERAS_WEIGHTS);
  }

  public String kerasConfiguration() throws IOException, UnusableModelException {
    return text(KERAS_CONFIGURATION);
  }

  /** The version of the Keras that wrote it; empty where it does not say. */
  public String kerasVersion() throws IOException, UnusableModelException {
    try {
      return new ObjectMapper().readTree(text(KERAS_METADATA)).path("keras_version").asText();
    } catch (JsonProcessingException e) {
      throw new UnusableModelException("its " + KERAS_METADATA + " is not JSON", e);
    }
  }

  /** Keras stores its weights as they are: more bytes than the zip has are a bomb. */
  public void unpackKerasWeights(Path target) throws IOException, UnusableModelException {
    ZipEntry entry = required(KERAS_WEIGHTS);
    checkRatio(entry);
    long most = Math.max(SMALL, HIGHEST_RATIO * Math.max(1, entry.getCompressedSize()));
    try (InputStream in = zip.getInputStream(entry);
        OutputStream out = Files.newOutputStream(target)) {
      byte[] buffer = new byte[BUFFER_BYTES];
      long total = 0;
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        total += read;
        // The size in the header is the stranger's word.
        if (total > most) {
          throw bomb(KERAS_WEIGHTS);
        }
        out.write(buffer, 0, read);
      }
    } catch (ZipException e) {
      throw new UnusableModelException("its " + KERAS_WEIGHTS + " is damaged", e);
    }
  }

  public String configuration() throws IOException, UnusableModelException {
    return text(Dl4jModelFile.CONFIGURATION);
  }

  private String text(String name) throws IOException, UnusableModelException {
    return new String(bytes(required(name), LARGEST_CONFIGURATION), StandardCharsets.UTF_8);
  }

  /** Null where the file is not of Steelyard's making. */
  public @Nullable ModelNotes notes() throws IOException, UnusableModelException {
    ZipEntry entry = zip.getEntry(Dl4jModelFile.NOTES);
    return entry == null ? null : ModelNotes.parse(bytes(entry, LARGEST_NOTES));
  }

  /** A row of as many parameters as the configuration asks for. */
  public INDArray parameters(long expected) throws IOException, UnusableModelException {
    ZipEntry entry = required(Dl4jModelFile.COEFFICIENTS);
    checkRatio(entry);
    try (InputStream stream = new BufferedInputStream(zip.getInputStream(entry), BUFFER_BYTES)) {
      return Coefficients.read(stream, expected, entry.getSize());
    } catch (ZipException e) {
      throw new UnusableModelException("its coefficients.bin is damaged", e);
    }
  }

  private static void checkRatio(ZipEntry entry) throws UnusableModelException {
    if (entry.getSize() > SMALL
        && entry.getSize() / HIGHEST_RATIO > Math.max(1, entry.getCompressedSize())) {
      throw bomb(entry.getName());
    }
  }

  private static UnusableModelException bomb(String name) {
    return new UnusableModelException(
        "its "
            + name
            + " would expand more than "
            + HIGHEST_RATIO
            + " times: these are no weights");
  }

  private ZipEntry required(String name) throws UnusableModelException {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      throw new UnusableModelException(
          "it is not a Deeplearning4j model: expected " + name + " in the zip file");
    }
    return entry;
  }

  private byte[] bytes(ZipEntry entry, long largest) throws IOException, UnusableModelException {
    // The size in the header is the stranger's word: what is read counts.
    try (InputStream stream = zip.getInputStream(entry)) {
      byte[] bytes = stream.readNBytes((int) largest + 1);
      if (bytes.length > largest) {
        throw new UnusableModelException(
            "its " + entry.getName() + " is larger than " + (largest >> 20) + " MB");
      }
      return bytes;
    } catch (ZipException e) {
      throw new UnusableModelException("its " + entry.getName() + " is damaged", e);
    }
  }

  private static void checkNames(ZipFile zip) throws UnusableModelException {
    if (!(zip.size() <= MOST_ENTRIES)) {
      throw new UnusableModelException("it holds more than " + MOST_ENTRIES + " entries");
    }
    for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
      String name = entries.nextElement().getName();
      List<String> steps = List.of(name.split("[/\\\\]", -1));
      if (steps.contains("..") || steps.get(0).isEmpty() || name.matches("[A-Za-z]:.*")) {
        throw new UnusableModelException("its entry '" + name + "' points outside of the zip file");
      }
    }
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
