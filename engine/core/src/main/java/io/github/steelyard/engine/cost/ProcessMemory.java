package io.github.steelyard.engine.cost;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * What this process holds in memory beside the Java heap: weights, activations, Arrow's buffers,
 * and the JVM's and Spark's own. No library has to tell what it allocated: these are the pages that
 * Linux has given to the process.
 */
public final class ProcessMemory {
  private static final Path MAPPINGS = Path.of("/proc/self/smaps");
  private static final Pattern MAPPING = Pattern.compile("([0-9a-f]+)-([0-9a-f]+) .*");
  private static final Pattern ADDRESS = Pattern.compile("0x([0-9a-f]{8,16})");
  private static final long KILOBYTE = 1024;

  private ProcessMemory() {}

  /**
   * Resident bytes outside of the Java heap. Takes some milliseconds.
   *
   * @return empty where the operating system or the garbage collector does not tell: other systems
   *     than Linux, collectors whose heap has no one place (ZGC)
   */
  public static OptionalLong offHeapBytes() {
    Optional<Range> heap = heap();
    if (heap.isEmpty() || !Files.isReadable(MAPPINGS)) {
      return OptionalLong.empty();
    }
    try (BufferedReader lines = Files.newBufferedReader(MAPPINGS)) {
      return OptionalLong.of(residentOutside(heap.get(), lines));
    } catch (IOException e) {
      return OptionalLong.empty();
    }
  }

  /** Addresses from one up to another. */
  private record Range(long from, long to) {
    long shared(Range other) {
      return Math.max(0, Math.min(to, other.to) - Math.max(from, other.from));
    }
  }

  private static long residentOutside(Range heap, BufferedReader lines) throws IOException {
    long bytes = 0;
    Range mapping = new Range(0, 0);
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.startsWith("Rss:")) {
        long resident = KILOBYTE * Long.parseLong(line.replaceAll("\\D", ""));
        // The kernel makes one mapping of neighbours: what lies in the heap may be all of it.
        long outside = mapping.to() - mapping.from() - mapping.shared(heap);
        bytes += Math.min(resident, outside);
      } else {
        Matcher found = MAPPING.matcher(line);
        if (found.matches()) {
          mapping =
              new Range(
                  Long.parseUnsignedLong(found.group(1), 16),
                  Long.parseUnsignedLong(found.group(2), 16));
        }
      }
    }
    return bytes;
  }

  /** From the lowest to the highest address that the JVM's own report of its heap names. */
  private static Optional<Range> heap() {
    try {
      String report =
          (String)
              ManagementFactory.getPlatformMBeanServer()
                  .invoke(
                      new ObjectName("com.sun.management:type=DiagnosticCommand"),
                      "gcHeapInfo",
                      null,
                      null);
      Range heap = new Range(Long.MAX_VALUE, 0);
      Matcher address = ADDRESS.matcher(report);
      while (address.find()) {
        long found = Long.parseUnsignedLong(address.group(1), 16);
        heap = new Range(Math.min(heap.from(), found), Math.max(heap.to(), found));
      }
      return heap.from() < heap.to() ? Optional.of(heap) : Optional.empty();
    } catch (JMException | SecurityException e) {
      return Optional.empty();
    }
  }
}
