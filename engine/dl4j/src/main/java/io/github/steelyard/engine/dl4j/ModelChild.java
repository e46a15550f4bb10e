package io.github.steelyard.engine.dl4j;

import io.github.steelyard.engine.inference.ModelRef;
import io.github.steelyard.engine.inference.UnusableModelException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Work on a stranger's model in a JVM of its own, with a folder for what it writes and a file in
 * which it says why it could not.
 */
final class ModelChild implements AutoCloseable {
  static final String TIMEOUT = "import_timeout";

  private static final Duration DEFAULT_TIMEOUT = Duration.ofMinutes(2);
  private static final long LONGEST_TIMEOUT_SECONDS = 86_400;
  private static final long LEAST_HEAP_MEGABYTES = 512;
  private static final int LONGEST_REASON = 2_000;

  /** What the child does; whatever it throws ends it. */
  interface Work {
    void run() throws Exception;
  }

  private final Path scratch;

  private ModelChild(Path scratch) {
    this.scratch = scratch;
  }

  static ModelChild in(Path folder) throws IOException {
    Files.createDirectories(folder);
    return new ModelChild(Files.createTempDirectory(folder, "model-"));
  }

  /** A file for the child to write, gone when this is closed. */
  Path file(String name) {
    return scratch.resolve(name);
  }

  /**
   * Runs a class whose first argument is where to say why not.
   *
   * @param what it does, for messages: {@code conversion}
   */
  void run(Class<?> main, ModelRef model, String what, List<String> arguments)
      throws IOException, UnusableModelException {
    Duration timeout = timeout(model);
    Path reason = file("reason.txt");
    List<String> all = new ArrayList<>();
    all.add(reason.toString());
    all.addAll(arguments);
    int status = ChildJvm.run(main, all, heapMegabytes(model.bytes()), timeout, file("log.txt"));
    if (status == -1) {
      throw new UnusableModelException(
          "its "
              + what
              + " did not end within "
              + timeout.toSeconds()
              + " seconds: "
              + KerasConversion.WAY_OUT
              + ", or allow more with '"
              + TIMEOUT
              + "'");
    }
    if (status != 0) {
      throw new UnusableModelException(
          Files.exists(reason)
              ? cut(Files.readString(reason, StandardCharsets.UTF_8))
              : "its " + what + " ended with status " + status + ": " + KerasConversion.WAY_OUT);
    }
  }

  private static String cut(String text) {
    return text.substring(0, Math.min(text.length(), LONGEST_REASON));
  }

  /** In the child: does the work, and ends the JVM. */
  static void answer(Path reason, Work work, Function<Throwable, String> why) throws IOException {
    int status = 0;
    try {
      work.run();
    } catch (Throwable e) {
      status = 1;
      Files.writeString(reason, why.apply(e), StandardCharsets.UTF_8);
    }
    // Not exit(): ND4J's threads and native libraries have nothing more to say.
    Runtime.getRuntime().halt(status);
  }

  /** An importer holds one layer's weights on the heap at a time, in up to three copies. */
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

  /** Also what a child that was killed has left behind. */
  @Override
  public void close() throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(scratch)) {
      for (Path file : files) {
        Files.delete(file);
      }
    }
    Files.delete(scratch);
  }
}
