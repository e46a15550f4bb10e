package io.github.steelyard.jobs.spark.staging;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A folder on a local disk that only this process's user can open, and that is gone with the
 * process. A name that others could guess in a shared folder would let them put files there.
 */
public final class ScratchFolder {
  private static @Nullable Path folder;

  private ScratchFolder() {}

  /** The folder, made when it is first asked for. */
  public static synchronized Path path() throws IOException {
    Path made = folder;
    if (made == null) {
      Path created = Files.createTempDirectory("steelyard-");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(created.toFile())));
      folder = created;
      made = created;
    }
    return made;
  }

  /** A file, or a folder with all that is in it; links are not followed, what cannot go stays. */
  static void delete(Path path) {
    delete(path.toFile());
  }

  private static void delete(File file) {
    File[] children = Files.isSymbolicLink(file.toPath()) ? null : file.listFiles();
    if (children != null) {
      for (File child : children) {
        delete(child);
      }
    }
    boolean unused = file.delete();
  }
}
