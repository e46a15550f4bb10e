package io.github.steelyard.jobs.spark.staging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.steelyard.engine.inference.ModelRef;
import io.github.steelyard.engine.inference.device.Placement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NodeFilesTest {
  @TempDir private Path folder;

  private Path opened;
  private Configuration configuration;

  @BeforeEach
  void farAway() {
    opened = folder.resolve("opened");
    configuration = FarFileSystem.configuration(opened);
  }

  private StagedFile staged(String name, String content) throws IOException {
    String sha256 = DigestUtils.sha256Hex(content);
    Path file = Files.writeString(folder.resolve("far-" + sha256), content);
    return new StagedFile(name, "far://" + file, content.length(), sha256);
  }

  private static StagedModel model(StagedFile... files) {
    ModelRef ref = new ModelRef("m", "/nowhere", files[0].sha256(), files[0].bytes(), Map.of());
    return new StagedModel("dl4j", Placement.REFERENCE, ref, List.of(files), 1);
  }

  private NodeFiles node(long bound) {
    return new NodeFiles(folder.resolve("node"), bound);
  }

  private List<String> fetched() throws IOException {
    return Files.exists(opened) ? Files.readAllLines(opened) : List.of();
  }

  private static String content(NodeFiles node, StagedModel model, Configuration configuration)
      throws IOException {
    try (NodeFiles.Lease lease = node.copy(model, configuration)) {
      return Files.readString(lease.file());
    }
  }

  private List<Path> copies() throws IOException {
    try (var found = Files.list(folder.resolve("node/copies"))) {
      return found.toList();
    }
  }

  @Test
  void aModelIsFetchedOnceForAllWhoAskOnThisNode() throws IOException {
    StagedModel model = model(staged("a.zip", "one"));

    assertThat(content(node(100), model, configuration)).isEqualTo("one");
    assertThat(content(node(100), model, configuration)).isEqualTo("one");
    assertThat(fetched()).hasSize(1);
  }

  @Test
  void theFilesOfAModelLieBesideEachOther() throws IOException {
    StagedModel model = model(staged("a.onnx", "graph"), staged("weights/a.data", "weights"));

    try (NodeFiles.Lease lease = node(100).copy(model, configuration)) {
      assertThat(lease.file()).hasFileName("a.onnx").hasContent("graph");
      assertThat(lease.file().resolveSibling("weights/a.data")).hasContent("weights");
    }
  }

  @Test
  void threadsWaitForTheOneThatFetches() throws Exception {
    StagedModel model = model(staged("a.zip", "x".repeat(1 << 20)));
    NodeFiles node = node(1L << 30);
    Callable<Integer> work = () -> content(node, model, configuration).length();
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Future<Integer>> found = threads.invokeAll(Collections.nCopies(8, work));
      for (Future<Integer> length : found) {
        assertThat(length.get()).isEqualTo(1 << 20);
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(fetched()).hasSize(1);
  }

  @Test
  void processesWaitForTheOneThatFetches() throws Exception {
    StagedModel model = model(staged("a.zip", "x".repeat(1 << 20)));
    List<Process> processes = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      StagedFile file = model.files().get(0);
      processes.add(
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-cp",
                  System.getProperty("java.class.path"),
                  Other.class.getName(),
                  folder.toString(),
                  file.location(),
                  Long.toString(file.bytes()),
                  file.sha256())
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("said-" + i).toFile())
              .start());
    }
    for (int i = 0; i < processes.size(); i++) {
      assertThat(processes.get(i).waitFor())
          .as(Files.readString(folder.resolve("said-" + i)))
          .isZero();
    }
    assertThat(fetched()).hasSize(1);
    assertThat(copies()).hasSize(1);
  }

  /** Another process of the same node. */
  static final class Other {
    private Other() {}

    public static void main(String[] arguments) throws IOException {
      Path folder = Path.of(arguments[0]);
      StagedModel model =
          model(new StagedFile("a.zip", arguments[1], Long.parseLong(arguments[2]), arguments[3]));
      Configuration configuration = FarFileSystem.configuration(folder.resolve("opened"));
      NodeFiles node = new NodeFiles(folder.resolve("node"), 1L << 30);
      if (content(node, model, configuration).length() != model.bytes()) {
        throw new IllegalStateException("Cannot go on with half a file");
      }
    }
  }

  @Test
  void aFileThatIsNotTheOneThatWasStagedIsNotPublished() throws IOException {
    StagedFile good = staged("a.zip", "good");
    Files.writeString(Path.of(good.location().substring("far://".length())), "evil");

    assertThatThrownBy(() -> node(100).copy(model(good), configuration))
        .isInstanceOf(IOException.class)
        .hasMessage(
            "expected the 4 bytes with sha-256 "
                + good.sha256()
                + " that were staged, found 4 with "
                + DigestUtils.sha256Hex("evil"));
    assertThat(copies()).isEmpty();
  }

  @Test
  void whatAProcessThatDiedLeftIsFetchedAgain() throws IOException {
    StagedModel model = model(staged("a.zip", "one"));
    content(node(100), model, configuration);
    Path copy = copies().get(0);
    Files.writeString(copy.resolve("a.zip"), "o");
    Path partial = Files.createDirectory(copy.resolveSibling(copy.getFileName() + ".partial"));
    Files.writeString(partial.resolve("a.zip"), "on");

    assertThat(content(node(100), model, configuration)).isEqualTo("one");
    assertThat(fetched()).hasSize(2);
    assertThat(copies()).containsExactly(copy);
  }

  @Test
  void thoseOpenedLongestAgoLeaveWhereTheBoundAsksForIt() throws IOException {
    NodeFiles node = node(20);
    StagedModel first = model(staged("a.zip", "1234567890"));
    StagedModel second = model(staged("a.zip", "abcdefgh"));
    content(node, first, configuration);
    content(node, second, configuration);
    age(first, 1);
    age(second, 2);
    content(node, first, configuration);

    content(node, model(staged("a.zip", "third")), configuration);

    assertThat(copies()).hasSize(2);
    content(node, first, configuration);
    assertThat(fetched()).as("the first is still there").hasSize(3);
    content(node, second, configuration);
    assertThat(fetched()).as("the second had left").hasSize(4);
  }

  private void age(StagedModel model, int hours) throws IOException {
    Files.setLastModifiedTime(
        folder.resolve("node/copies").resolve(model.address()),
        FileTime.fromMillis(System.currentTimeMillis() - hours * 3_600_000L));
  }

  @Test
  void aModelThatIsBeingOpenedStays() throws IOException {
    NodeFiles node = node(5);
    try (NodeFiles.Lease lease = node.copy(model(staged("a.zip", "12345")), configuration)) {
      content(node, model(staged("a.zip", "another that is far too large")), configuration);
      assertThat(lease.file()).hasContent("12345");
    }
    assertThat(copies()).hasSize(2);
  }

  @Test
  void aNameThatLeadsOutOfTheFolderIsRefused() {
    for (String name : List.of("", "..", "../a", "a/../../b", "/a", "a//b", "a\\b", "a\0")) {
      assertThatThrownBy(() -> new StagedFile(name, "far:///a", 1, "00"))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void aFileOnALocalDiskIsOpenedWhereItLies() throws IOException {
    Path file = Files.writeString(folder.resolve("a.zip"), "one");
    StagedModel model = model(new StagedFile("a.zip", file.toString(), 3, "00"));

    try (NodeFiles.Lease lease = NodeFiles.lease(model, configuration)) {
      assertThat(lease.file()).isEqualTo(file);
    }
  }
}
