package io.github.steelyard.jobs.spark.staging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.github.steelyard.engine.problem.ModelException;
import io.github.steelyard.jobs.spark.LocalModels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFilesTest {
  @TempDir private Path folder;

  private final Configuration configuration = FarFileSystem.configuration();

  @Test
  void aLocalFileIsUsedWhereItLies() throws IOException {
    Path file = Files.writeString(folder.resolve("a.zip"), "one");
    assertThat(ModelFiles.localCopy(file.toString(), configuration)).isEqualTo(file);
  }

  @Test
  void aRemoteFileThatHasChangedIsFetchedAgain() throws IOException {
    Path file = Files.writeString(folder.resolve("a.zip"), "one");
    Path first = ModelFiles.localCopy("far://" + file, configuration);
    Path again = ModelFiles.localCopy("far://" + file, configuration);
    Files.writeString(file, "another");
    Path second = ModelFiles.localCopy("far://" + file, configuration);
    try {
      assertThat(again).isEqualTo(first).isNotEqualTo(file);
      assertThat(first).hasContent("one");
      assertThat(second).hasContent("another");
      try (var files = Files.list(first.getParent())) {
        assertThat(files.filter(copy -> copy.toString().contains(first.getFileName() + "")))
            .as("no partial copy stays")
            .containsExactly(first);
      }
    } finally {
      Files.delete(first);
      Files.delete(second);
    }
  }

  @Test
  void aFileThatMayNotBeReadIsNamedWithTheReason() throws IOException {
    Path file = Files.writeString(folder.resolve("a.zip"), "one");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
    assumeFalse(Files.isReadable(file), "root may read everything");

    assertThatThrownBy(() -> LocalModels.ref("a", file, Map.of()))
        .isInstanceOf(ModelException.class)
        .hasMessage(
            "Model 'a': cannot be read from "
                + file
                + " (permission denied), expected a file that may be read");
  }
}
