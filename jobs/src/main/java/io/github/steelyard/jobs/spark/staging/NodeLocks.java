package io.github.steelyard.jobs.spark.staging;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Locks between threads and between this node's processes, which a process that dies gives back.
 * Names share a fixed number of lock files, so that nobody ever has to delete one; two names that
 * meet in one file wait for each other, no more.
 */
final class NodeLocks {
  private static final int LOCKS = 64;

  private final Path folder;

  /** A process may hold a file lock only once, and for all its threads. */
  private final ReentrantLock[] threads =
      IntStream.range(0, LOCKS).mapToObj(i -> new ReentrantLock()).toArray(ReentrantLock[]::new);

  NodeLocks(Path folder) {
    this.folder = folder;
  }

  /** Waits until no other process has it exclusively; other threads of this one wait anyway. */
  Held shared(String name) throws IOException {
    return waiting(name, true);
  }

  /** Waits until nobody else has it. */
  Held exclusive(String name) throws IOException {
    return waiting(name, false);
  }

  private Held waiting(String name, boolean shared) throws IOException {
    ReentrantLock thread = threads[index(name)];
    thread.lock();
    return held(name, thread, channel -> channel.lock(0, Long.MAX_VALUE, shared)).orElseThrow();
  }

  /** Exclusively, or not at all where anybody has it, this thread included. */
  Optional<Held> ifFree(String name) throws IOException {
    ReentrantLock thread = threads[index(name)];
    return thread.isHeldByCurrentThread() || !thread.tryLock()
        ? Optional.empty()
        : held(name, thread, FileChannel::tryLock);
  }

  private interface Locking {
    @Nullable FileLock lock(FileChannel channel) throws IOException;
  }

  /** Gives the thread's lock back where the file's cannot be had. */
  private Optional<Held> held(String name, ReentrantLock thread, Locking locking)
      throws IOException {
    FileChannel channel = null;
    boolean locked = false;
    try {
      channel = open(index(name));
      locked = locking.lock(channel) != null;
      return locked ? Optional.of(new Held(thread, channel)) : Optional.empty();
    } finally {
      if (!locked) {
        thread.unlock();
        if (channel != null) {
          channel.close();
        }
      }
    }
  }

  private FileChannel open(int index) throws IOException {
    // Each time, for whoever tidies up temporary folders may have been here.
    return FileChannel.open(
        Files.createDirectories(folder).resolve(index + ".lock"),
        StandardOpenOption.CREATE,
        StandardOpenOption.READ,
        StandardOpenOption.WRITE);
  }

  private static int index(String name) {
    return Math.floorMod(name.hashCode(), LOCKS);
  }

  /** A lock that is held; the thread that got it gives it back. */
  record Held(ReentrantLock thread, FileChannel channel) implements AutoCloseable {
    /** With its channel a file's lock goes, too. */
    @Override
    public void close() throws IOException {
      try {
        channel.close();
      } finally {
        thread.unlock();
      }
    }
  }
}
