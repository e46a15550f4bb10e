package io.github.steelyard.engine.columnar;

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
import org.apache.parquet.hadoop.util.HadoopOutputFile;
import org.apache.parquet.hadoop.util.HadoopStreams;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;

/**
 * A file on this machine as Hadoop writes it, its permissions and the checksums beside it included.
 * But where Hadoop starts a {@code chmod} for each of the two, which takes longer than a small
 * model takes for a thousand examples, here no process is started.
 */
final class LocalOutput implements OutputFile {
  /** Of calls of the system; Hadoop's usual 4096 make one for each page of memory. */
  private static final int BUFFER_BYTES = 128 << 10;

  private final FileSystem fileSystem;
  private final Path path;

  private LocalOutput(FileSystem fileSystem, Path path) {
    this.fileSystem = fileSystem;
    this.path = path;
  }

  /** Hadoop's own where the file is not on this machine, or on a file system of the user's. */
  static OutputFile orHadoops(Path path, Configuration configuration) throws IOException {
    FileSystem usual = path.getFileSystem(configuration);
    if (usual.getClass() != LocalFileSystem.class) {
      return HadoopOutputFile.fromPath(path, configuration);
    }
    FileSystem local = new LocalFileSystem(new InProcess());
    local.initialize(URI.create("file:///"), configuration);
    return new LocalOutput(local, path);
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

  @Override
  public PositionOutputStream create(long blockSizeHint) throws IOException {
    return create(blockSizeHint, false);
  }

  @Override
  public PositionOutputStream createOrOverwrite(long blockSizeHint) throws IOException {
    return create(blockSizeHint, true);
  }

  private PositionOutputStream create(long blockSizeHint, boolean overwrite) throws IOException {
    short replication = fileSystem.getDefaultReplication(path);
    long block = Math.max(defaultBlockSize(), blockSizeHint);
    return HadoopStreams.wrap(fileSystem.create(path, overwrite, BUFFER_BYTES, replication, block));
  }

  @Override
  public boolean supportsBlockSize() {
    return false;
  }

  @Override
  public long defaultBlockSize() {
    return fileSystem.getDefaultBlockSize(path);
  }

  @Override
  public String getPath() {
    return path.toString();
  }
}
