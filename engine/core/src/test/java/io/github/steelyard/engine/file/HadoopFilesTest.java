package io.github.steelyard.engine.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.Set;
import java.util.TreeSet;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HadoopFilesTest {
  @TempDir java.nio.file.Path folder;

  private final Configuration configuration = new Configuration();

  /** Names and permissions of what a file system makes. */
  private Set<String> made(FileSystem files, String name) throws IOException {
    java.nio.file.Path root = folder.resolve(name);
    Path inner = new Path(new Path(root.toUri()), "a/b");
    files.mkdirs(inner);
    try (OutputStream out = files.create(new Path(inner, "file"), true)) {
      out.write(new byte[2000]);
    }
    Set<String> made = new TreeSet<>();
    try (var walk = Files.walk(root)) {
      for (java.nio.file.Path path : (Iterable<java.nio.file.Path>) walk::iterator) {
        made.add(root.relativize(path) + " " + Files.getPosixFilePermissions(path));
      }
    }
    return made;
  }

  @Test
  void filesFoldersChecksumsAndPermissionsAreHadoops() throws IOException {
    configuration.set("fs.permissions.umask-mode", "027");
    Path path = new Path(folder.toUri());
    FileSystem files = HadoopFiles.of(path, configuration);
    Set<String> made = made(files, "ours");
    assertThat(made).isEqualTo(made(FileSystem.newInstance(path.toUri(), configuration), "theirs"));
    assertThat(made).hasSize(5).anySatisfy(name -> assertThat(name).startsWith("a/b/.file.crc "));
    assertThat(files.open(new Path(path, "theirs/a/b/file")).readAllBytes()).hasSize(2000);
  }

  /** Somebody's own. */
  public static final class Own extends LocalFileSystem {}

  @Test
  void aFileSystemOfTheUsersStaysAsItIs() throws IOException {
    configuration.setClass("fs.file.impl", Own.class, FileSystem.class);
    configuration.setBoolean("fs.file.impl.disable.cache", true);
    assertThat(HadoopFiles.of(new Path(folder.toUri()), configuration)).isInstanceOf(Own.class);
  }
}
