package io.github.steelyard.engine.columnar;

import io.github.steelyard.engine.file.HadoopFiles;
import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.hadoop.util.HadoopOutputFile;
import org.apache.parquet.hadoop.util.HadoopStreams;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;

/** A file on this machine, as {@link HadoopFiles} makes it. */
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
    return path.getFileSystem(configuration).getClass() == LocalFileSystem.class
        ? new LocalOutput(HadoopFiles.of(path, configuration), path)
        : HadoopOutputFile.fromPath(path, configuration);
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
