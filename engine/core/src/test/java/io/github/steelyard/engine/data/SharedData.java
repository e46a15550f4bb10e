package io.github.steelyard.engine.data;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** The folder of real data and models beside the repository, where there is one. */
public final class SharedData {
  private SharedData() {}

  /** For {@code @EnabledIf}. */
  public static boolean present() {
    return folder() != null;
  }

  public static Path file(String name) {
    Path folder = folder();
    if (folder == null) {
      throw new IllegalStateException("Cannot find shared/data above the working directory");
    }
    return folder.resolve(name);
  }

  /** The numbers after an IDX file's header. */
  public static byte[] idx(String name, int headerBytes) throws IOException {
    try (DataInputStream in =
        new DataInputStream(new GZIPInputStream(Files.newInputStream(file("mnist/" + name))))) {
      in.skipNBytes(headerBytes);
      return in.readAllBytes();
    }
  }

  private static @Nullable Path folder() {
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      Path data = at.resolve("shared").resolve("data");
      if (Files.isDirectory(data)) {
        return data;
      }
    }
    return null;
  }
}
