package io.github.steelyard.jobs.spark.staging;

import io.github.steelyard.engine.problem.Sentences;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Model files on this node's disk: one copy for all processes of a user, in this run and in later
 * ones. A copy is named by its contents, held against them (size and SHA-256) while it is made, and
 * then published whole; one process makes it, the others wait. Where all copies together exceed the
 * bound, those leave that were not opened for the longest time; none leaves while it is opened.
 *
 * <p>System properties:
 *
 * <ul>
 *   <li>{@value #PLACE_PROPERTY}: where the folder {@code steelyard-models} lies, by default in the
 *       first of {@code LOCAL_DIRS} (shared by YARN's containers of a node, and deleted by it),
 *       else in {@code java.io.tmpdir}. Where nobody else can be kept out of it, each process keeps
 *       copies of its own, which end with it;
 *   <li>{@value #BOUND_PROPERTY}: bytes that may lie there, by default 16 GiB. A model that is
 *       larger than that is fetched all the same, and is then alone.
 * </ul>
 */
public final class NodeFiles {
  static final String PLACE_PROPERTY = "steelyard.nodeFolder";
  static final String BOUND_PROPERTY = "steelyard.nodeFolderBytes";

  private static final Logger LOG = LoggerFactory.getLogger(NodeFiles.class);
  private static final String NAME = "steelyard-models";
  private static final String PARTIAL = ".partial";
  private static final long DEFAULT_BOUND = 16L << 30;

  private static @Nullable NodeFiles shared;

  private final Path copies;
  private final NodeLocks locks;
  private final long boundBytes;

  NodeFiles(Path folder, long boundBytes) {
    this.copies = folder.resolve("copies");
    this.locks = new NodeLocks(folder.resolve("locks"));
    this.boundBytes = boundBytes;
  }

  /** This node's. */
  static synchronized NodeFiles shared() throws IOException {
    NodeFiles present = shared;
    if (present == null) {
      present = new NodeFiles(folder(place()), Long.getLong(BOUND_PROPERTY, DEFAULT_BOUND));
      shared = present;
    }
    return present;
  }

  private static Path place() {
    String yarn = System.getenv("LOCAL_DIRS");
    String otherwise = System.getProperty("java.io.tmpdir", "/tmp");
    return Path.of(
        System.getProperty(PLACE_PROPERTY, yarn == null ? otherwise : yarn.split(",", 2)[0]));
  }

  /** With the user's name, so that two users do not meet in it. */
  static Path folder(Path place) throws IOException {
    String name =
        NAME + "-" + System.getProperty("user.name", "").replaceAll("[^A-Za-z0-9._-]", "_");
    Optional<Path> folder = PrivateFolder.under(place, name);
    if (folder.isEmpty()) {
      LOG.warn(
          "Cannot trust {}, expected a folder that nobody else can enter: this process fetches model"
              + " files for itself alone",
          place.resolve(name));
    }
    return folder.isPresent() ? folder.get() : ScratchFolder.path().resolve(NAME);
  }

  /** A model's files on a local disk, beside each other, for as long as this is open. */
  public record Lease(Path file, AutoCloseable held) implements AutoCloseable {
    @Override
    public void close() {
      try {
        held.close();
      } catch (Exception e) {
        LOG.warn("Cannot give back {} ({})", file, Sentences.reason(e));
      }
    }
  }

  /**
   * Finds or fetches a model's files. Files on a local disk are used where they lie.
   *
   * @throws IOException when a file cannot be read, or is not the one that was staged
   */
  public static Lease lease(StagedModel model, Configuration configuration) throws IOException {
    Optional<Path> local = ModelFiles.onLocalDisk(model.location(), configuration);
    return local.isPresent()
        ? new Lease(local.get(), () -> {})
        : shared().copy(model, configuration);
  }

  Lease copy(StagedModel model, Configuration configuration) throws IOException {
    String address = model.address();
    NodeLocks.Held held = locks.shared(address);
    boolean leased = false;
    try {
      if (!whole(model)) {
        held.close();
        held = locks.exclusive(address);
        if (!whole(model)) {
          fetch(model, configuration);
        }
      }
      Path folder = copies.resolve(address);
      Files.setLastModifiedTime(folder, FileTime.from(Instant.now()));
      Lease lease = new Lease(folder.resolve(model.files().get(0).name()), held);
      leased = true;
      return lease;
    } finally {
      if (!leased) {
        held.close();
      }
    }
  }

  /** What was checked when it was published can since only have been cut short by a full disk. */
  private boolean whole(StagedModel model) throws IOException {
    Path folder = copies.resolve(model.address());
    for (StagedFile file : model.files()) {
      Path path = folder.resolve(file.name());
      if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)
          || Files.size(path) != file.bytes()) {
        return false;
      }
    }
    return true;
  }

  private void fetch(StagedModel model, Configuration configuration) throws IOException {
    Path folder = copies.resolve(model.address());
    Path partial = copies.resolve(model.address() + PARTIAL);
    // Left by a process that died: whoever holds the lock is alone.
    ScratchFolder.delete(folder);
    ScratchFolder.delete(partial);
    Files.createDirectories(copies);
    makeRoom(model.bytes());
    try {
      Files.createDirectory(partial);
      for (StagedFile file : model.files()) {
        Path copy = partial.resolve(file.name());
        Files.createDirectories(Objects.requireNonNull(copy.getParent()));
        ModelFiles.fetch(file, copy, configuration);
      }
      Files.move(partial, folder, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      ScratchFolder.delete(partial);
    }
  }

  private void makeRoom(long bytes) throws IOException {
    List<Copy> found = found();
    long all = found.stream().mapToLong(Copy::bytes).sum();
    found.sort(Comparator.comparing(Copy::opened));
    for (Copy copy : found) {
      if (all + bytes <= boundBytes && Files.getFileStore(copies).getUsableSpace() > bytes) {
        return;
      }
      String address = copy.folder().getFileName().toString().replace(PARTIAL, "");
      Optional<NodeLocks.Held> held = locks.ifFree(address);
      if (held.isPresent()) {
        try (NodeLocks.Held unused = held.get()) {
          ScratchFolder.delete(copy.folder());
          all -= copy.bytes();
        }
      }
    }
  }

  private record Copy(Path folder, long bytes, FileTime opened) {}

  private List<Copy> found() throws IOException {
    List<Copy> found = new ArrayList<>();
    try (var folders = Files.newDirectoryStream(copies)) {
      for (Path folder : folders) {
        try (var files = Files.walk(folder)) {
          long bytes =
              files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
          found.add(new Copy(folder, bytes, Files.getLastModifiedTime(folder)));
        } catch (IOException | UncheckedIOException e) {
          // Another process has just deleted or published it.
          LOG.debug("Cannot look into {}", folder, e);
        }
      }
    }
    return found;
  }
}
