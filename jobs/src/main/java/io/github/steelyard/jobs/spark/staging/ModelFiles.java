package io.github.steelyard.jobs.spark.staging;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Optional;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** Brings files of any Hadoop file system to this machine, once. */
public final class ModelFiles {
  private ModelFiles() {}

  /** The file itself where it lies on a local disk. */
  static Optional<java.nio.file.Path> onLocalDisk(String location, Configuration configuration)
      throws IOException {
    Path path = new Path(location);
    FileSystem fileSystem = path.getFileSystem(configuration);
    return "file".equals(fileSystem.getUri().getScheme())
        ? Optional.of(java.nio.file.Path.of(fileSystem.makeQualified(path).toUri()))
        : Optional.empty();
  }

  /**
   * The file itself where it lies on a local disk, else a copy in this process's scratch folder.
   * The name of such a file says nothing about its contents: its state names the copy.
   */
  public static java.nio.file.Path localCopy(String location, Configuration configuration)
      throws IOException {
    Optional<java.nio.file.Path> local = onLocalDisk(location, configuration);
    if (local.isPresent()) {
      return local.get();
    }
    Path path = new Path(location);
    FileSystem fileSystem = path.getFileSystem(configuration);
    FileStatus status = fileSystem.getFileStatus(path);
    String state = status.getPath() + "\n" + status.getLen() + "\n" + status.getModificationTime();
    java.nio.file.Path folder = Files.createDirectories(ScratchFolder.path().resolve("models"));
    java.nio.file.Path copy = folder.resolve(DigestUtils.sha256Hex(state) + "-" + path.getName());
    if (!Files.exists(copy)) {
      java.nio.file.Path partial = Files.createTempFile(folder, path.getName(), ".partial");
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

  /**
   * Copies a staged file to this machine's disk.
   *
   * @throws IOException when it cannot be read, or is not the one that was staged
   */
  static void fetch(StagedFile file, java.nio.file.Path target, Configuration configuration)
      throws IOException {
    Path path = new Path(file.location());
    MessageDigest digest = DigestUtils.getSha256Digest();
    long bytes;
    try (InputStream in = path.getFileSystem(configuration).open(path);
        FileChannel out = FileChannel.open(target, CREATE_NEW, WRITE)) {
      bytes = new DigestInputStream(in, digest).transferTo(Channels.newOutputStream(out));
      // It is published by a rename, which must not reach the disk before the bytes do.
      out.force(true);
    }
    String sha256 = Hex.encodeHexString(digest.digest());
    if (bytes != file.bytes() || !sha256.equals(file.sha256())) {
      throw new IOException(
          "expected the "
              + file.bytes()
              + " bytes with sha-256 "
              + file.sha256()
              + " that were staged, found "
              + bytes
              + " with "
              + sha256);
    }
  }

  /** SHA-256 of a local file in lower-case hexadecimal digits. */
  public static String sha256(java.nio.file.Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return DigestUtils.sha256Hex(in);
    }
  }
}
