package io.github.steelyard.bench.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a benchmark finds around it.
 *
 * @param root of the repository
 * @param folder for files that benchmarks make, kept from one run to the next
 * @param quick whether a look is enough: fewer rounds, fewer examples where an arm takes seconds
 * @param peers whether other systems may be fetched (hundreds of megabytes) and run
 */
public record Workplace(Path root, Path folder, boolean quick, boolean peers) {
  /** Writes a file. */
  public interface Writer {
    void write(Path file) throws IOException;
  }

  /**
   * Refuses an arm that is another system, unless those may be fetched and run.
   *
   * @throws NotRunException where they may not
   */
  public void requirePeers() {
    if (!peers) {
      throw new NotRunException("run with --peers, which fetches hundreds of megabytes");
    }
  }

  /**
   * A file or folder of that name, made now unless it is there: its name must tell its contents.
   * Whoever finds it finds it whole. The writer may find what one before it left.
   */
  public Path file(String name, Writer writer) throws IOException {
    Path file = folder.resolve(name);
    if (!Files.exists(file)) {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Path part = file.resolveSibling(file.getFileName() + ".part");
      writer.write(part);
      Files.move(part, file);
    }
    return file;
  }
}
