package io.github.steelyard.engine.file;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;

/** Hadoop's file systems, without the processes that it starts on this machine. */
public final class HadoopFiles {
  private HadoopFiles() {}

  /**
   * The file system of a path. On this machine it is Hadoop's, permissions and checksums included;
   * but where that starts a {@code chmod} for each file, checksum and folder that it makes, which
   * takes longer than a small model takes for a thousand examples, here no process is started. A
   * file system of the user's stays as it is.
   *
   * <p>Files are summed up in larger pieces than Hadoop's 512 bytes, each of which would be written
   * by itself: of a tensor of megabytes that takes as long as to encode it. A file tells its own
   * pieces to whoever reads it.
   */
  public static FileSystem of(Path path, Configuration configuration) throws IOException {
    FileSystem usual = path.getFileSystem(configuration);
    if (usual.getClass() != LocalFileSystem.class) {
      return usual;
    }
    FileSystem local = new Local();
    local.initialize(URI.create("file:///"), configuration);
    return local;
  }

  /** Hadoop's, but for what {@link #of} says. */
  private static final class Local extends LocalFileSystem {
    private static final int LEAST_BYTES_PER_SUM = 16 << 10;

    Local() {
      super(new InProcess());
    }

    @Override
    public int getBytesPerSum() {
      return Math.max(LEAST_BYTES_PER_SUM, super.getBytesPerSum());
    }
  }

  /** Sets permissions without a process of its own, where the machine lets Java do so. */
  private static final class InProcess extends RawLocalFileSystem {
    @Override
    public void setPermission(Path path, FsPermission permission) throws IOException {
      PosixFileAttributeView file =
          Files.getFileAttributeView(pathToFile(path).toPath(), PosixFileAttributeView.class);
      if (file == null || permission.getStickyBit()) {
        super.setPermission(path, permission);
      } else {
        file.setPermissions(PosixFilePermissions.fromString(permission.toString()));
      }
    }
  }
}
