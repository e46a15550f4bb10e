package io.github.steelyard.bench.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The sources that were measured. */
final class Commit {
  private Commit() {}

  /** The commit's hash, and whether files differ from it; {@code unknown} outside of git. */
  static String of(Path root) {
    String hash = git(root, "rev-parse", "HEAD");
    if (hash.isEmpty()) {
      return "unknown";
    }
    // The table itself changes with every run.
    String changes =
        git(root, "status", "--porcelain", "--", ".", ":(exclude)" + BenchmarksDocument.FILE);
    return changes.isEmpty() ? hash : hash + ", with changes that are not committed";
  }

  private static String git(Path root, String... words) {
    try {
      List<String> command =
          Stream.concat(Stream.of("git", "-C", root.toString()), Stream.of(words)).toList();
      Process git =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      return git.waitFor() == 0 ? said : "";
    } catch (IOException e) {
      return "";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new IOException("Interrupted while asking git", e));
    }
  }
}
