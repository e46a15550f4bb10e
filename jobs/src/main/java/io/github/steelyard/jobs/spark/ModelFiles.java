package io.github.steelyard.jobs.spark;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** Brings files of any Hadoop file system to this machine, once. */
public final class ModelFiles {
  private ModelFiles() {}

  /** The same for a file whose name says nothing about its contents: its state names the copy. */
  public static java.nio.file.Path localCopy(String location, Configuration configuration)
      throws IOException {
    Path path = new Path(location);
    FileSystem fileSystem = path.getFileSystem(configuration);
    if ("file".equals(fileSystem.getUri().getScheme())) {
      return local(location, path.getName(), configuration);
    }
    FileStatus status = fileSystem.getFileStatus(path);
    String state = status.getPath() + "\n" + status.getLen() + "\n" + status.getModificationTime();
    return local(location, DigestUtils.sha256Hex(state) + "-" + path.getName(), configuration);
  }

  /**
   * The file itself where it lies on a local disk, else a copy in this process's scratch folder,
   * named by {@code name}, which must stand for the contents.
   */
  public static java.nio.file.Path local(String location, String name, Configuration configuration)
      throws IOException {
    Path path = new Path(location);
    FileSystem fileSystem = path.getFileSystem(configuration);
    if ("file".equals(fileSystem.getUri().getScheme())) {
      return java.nio.file.Path.of(fileSystem.makeQualified(path).toUri());
    }
    java.nio.file.Path folder = Files.createDirectories(ScratchFolder.path().resolve("models"));
    java.nio.file.Path copy = folder.resolve(name);
    if (!Files.exists(copy)) {
      java.nio.file.Path partial = Files.createTempFile(folder, name, ".partial");
      try {
        try (InputStream in = fileSystem.open(path)) {
          Files.copy(in, partial, StandardCopyOption.REPLACE_EXISTING);
        }
        Files.move(partial, copy, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(partial);
      }
    }
    return copy;
  }

  /** SHA-256 of a local file in lower-case hexadecimal digits. */
  public static String sha256(java.nio.file.Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return DigestUtils.sha256Hex(in);
    }
  }
}
