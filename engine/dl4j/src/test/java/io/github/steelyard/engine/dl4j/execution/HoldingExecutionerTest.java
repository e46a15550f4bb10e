package io.github.steelyard.engine.dl4j.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.steelyard.engine.dl4j.backend.Dl4jBackend;
import java.io.File;
import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/** In a JVM of its own, for a fault ends it: within a few hundred collections of a small heap. */
class HoldingExecutionerTest {
  private static final int COLLECTIONS = 5_000;

  @TempDir private Path folder;

  /** Runs operations while another thread keeps the garbage collector at work. */
  static final class UnderCollection {
    private UnderCollection() {}

    public static void main(String[] arguments) {
      Dl4jBackend.start();
      Thread litter = new Thread(UnderCollection::litter);
      litter.setDaemon(true);
      litter.start();
      INDArray numbers = Nd4j.ones(4, 8);
      INDArray row = Nd4j.ones(8);
      INDArray column = Nd4j.ones(4, 1);
      while (collections() < COLLECTIONS) {
        for (int i = 0; i < 500; i++) {
          numbers.addiRowVector(row).subiColumnVector(column);
        }
        check(numbers.sum(0).sumNumber(), 32);
        check(Transforms.max(numbers, 0.5).mean(1).sumNumber(), 4);
        check(numbers.mmul(numbers.transpose()).sumNumber(), 128);
        check(numbers.argMax(1).sumNumber(), 0);
      }
      System.exit(0);
    }

    private static void check(Number found, double expected) {
      if (found.doubleValue() != expected) {
        throw new IllegalStateException("Expecting " + expected + ". Found: " + found);
      }
    }

    @SuppressWarnings("InfiniteLoopStatement") // It ends with the JVM.
    private static void litter() {
      byte[][] kept = new byte[64][];
      for (int i = 0; ; i = (i + 1) % kept.length) {
        kept[i] = new byte[2_000];
      }
    }

    private static long collections() {
      return ManagementFactory.getGarbageCollectorMXBeans().stream()
          .mapToLong(GarbageCollectorMXBean::getCollectionCount)
          .sum();
    }
  }

  @Test
  void arraysOutliveTheNativeCodeThatReadsThem() throws IOException, InterruptedException {
    Path log = folder.resolve("log");
    ProcessBuilder builder =
        new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmn1m",
                "-Xmx100m",
                "-XX:ErrorFile=" + folder.resolve("crash"),
                UnderCollection.class.getName()));
    builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
    builder.directory(new File(folder.toString())).redirectErrorStream(true);
    int status = builder.redirectOutput(log.toFile()).start().waitFor();
    assertThat(status).as(() -> read(log)).isZero();
  }

  private static String read(Path log) {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      return e.toString();
    }
  }
}
