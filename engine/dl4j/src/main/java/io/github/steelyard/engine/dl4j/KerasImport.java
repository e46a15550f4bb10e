package io.github.steelyard.engine.dl4j;

import io.github.steelyard.engine.inference.ModelRef;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Has a Keras file converted into a Deeplearning4j zip by {@link KerasConversion}, in a JVM of its
 * own: some imports never end, and some crash.
 */
final class KerasImport {
  static final String TIMEOUT = "import_timeout";

  /** Raised whenever a conversion would come out differently. */
  private static final int VERSION = 2;

  private static final Duration DEFAULT_TIMEOUT = Duration.ofMinutes(2);
  private static final long LONGEST_TIMEOUT_SECONDS = 86_400;
  private static final long LEAST_HEAP_MEGABYTES = 512;
  private static final int LONGEST_REASON = 2_000;

  private KerasImport() {}

  /** The zip, named after the model's bytes; made only when it is not there yet. */
  static Path convert(ModelRef model, Path folder) throws IOException, UnusableModelException {
    String given = model.options().get(InputPorts.OPTION);
    String shape =
        given == null
            ? ""
            : InputPorts.parse(given).extents().stream()
                .map(Object::toString)
                .collect(Collectors.joining("x"));
    Duration timeout = timeout(model);
    Path target =
        folder.resolve(
            model.sha256() + "-" + VERSION + (shape.isEmpty() ? "" : "-" + shape) + ".zip");
    if (Files.exists(target)) {
      return target;
    }
    Files.createDirectories(folder);
    Path scratch = Files.createTempDirectory(folder, "keras-");
    Path result = scratch.resolve("model.zip");
    Path reason = scratch.resolve("reason.txt");
    Path log = scratch.resolve("log.txt");
    try {
      int status =
          ChildJvm.run(
              KerasConversion.class,
              List.of(
                  model.path().toAbsolutePath().toString(),
                  result.toString(),
                  reason.toString(),
                  shape),
              heapMegabytes(model.bytes()),
              timeout,
              log);
      if (status != 0 || !Files.exists(result)) {
        throw new UnusableModelException(reason(status, reason, timeout));
      }
      Files.move(
          result, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      return target;
    } finally {
      for (Path file : List.of(result, reason, log, scratch)) {
        Files.deleteIfExists(file);
      }
    }
  }

  private static String reason(int status, Path reason, Duration timeout) throws IOException {
    if (status == -1) {
      return "its conversion did not end within "
          + timeout.toSeconds()
          + " seconds: "
          + KerasConversion.WAY_OUT
          + ", or allow more with '"
          + TIMEOUT
          + "'";
    }
    if (Files.exists(reason)) {
      String text = Files.readString(reason, StandardCharsets.UTF_8);
      return text.substring(0, Math.min(text.length(), LONGEST_REASON));
    }
    return "Deeplearning4j's import ended with status " + status + ": " + KerasConversion.WAY_OUT;
  }

  /** The importer holds one layer's weights on the heap at a time, in up to three copies. */
  private static long heapMegabytes(long fileBytes) {
    return LEAST_HEAP_MEGABYTES + 3 * (fileBytes >> 20);
  }

  private static Duration timeout(ModelRef model) throws UnusableModelException {
    String given = model.options().get(TIMEOUT);
    if (given == null) {
      return DEFAULT_TIMEOUT;
    }
    try {
      long seconds = Long.parseLong(given.strip());
      if (seconds >= 1 && seconds <= LONGEST_TIMEOUT_SECONDS) {
        return Duration.ofSeconds(seconds);
      }
    } catch (NumberFormatException e) {
      // Said below, as for a number out of range.
    }
    throw new UnusableModelException(
        TIMEOUT + ": Expecting seconds from 1 to " + LONGEST_TIMEOUT_SECONDS + ". Found: " + given);
  }
}
