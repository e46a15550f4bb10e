package io.github.steelyard.bench.pipeline;

import com.sun.management.OperatingSystemMXBean;
import io.github.steelyard.bench.harness.Workplace;
import io.github.steelyard.bench.harness.ratio.Measurement;
import io.github.steelyard.jobs.evaluate.plan.EvaluateOptions;
import io.github.steelyard.jobs.suite.SuiteFile;
import io.github.steelyard.jobs.suite.settings.Suite;
import java.io.IOException;
import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.hadoop.fs.FileUtil;
import org.apache.spark.sql.SparkSession;

/** What the arms of this room share: suites, their outputs, and the clock of the whole process. */
public final class SparkWork {
  /** Task threads of Spark, and threads of the loops that it is held against. */
  public static final int THREADS = 2;

  private static final OperatingSystemMXBean PROCESS =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
  private static final CompilationMXBean COMPILER = ManagementFactory.getCompilationMXBean();

  private SparkWork() {}

  /** The Spark of this process, started once. */
  public static SparkSession session() {
    return SparkSession.builder()
        .appName("steelyard bench")
        .master("local[" + THREADS + "]")
        .config("spark.ui.enabled", "false")
        .getOrCreate();
  }

  /** Something that takes time. */
  public interface Step {
    void run() throws IOException;
  }

  /**
   * Times a step; processor time is the whole process', its collector's and compiler's included.
   * How long the compiler worked meanwhile tells whether the arm was warm.
   */
  public static Measurement measure(long examples, Step step) throws IOException {
    long compiling = COMPILER.getTotalCompilationTime();
    long cpu = PROCESS.getProcessCpuTime();
    long wall = System.nanoTime();
    step.run();
    long wallNanos = System.nanoTime() - wall;
    long cpuNanos = PROCESS.getProcessCpuTime() - cpu;
    double compilingSeconds = (COMPILER.getTotalCompilationTime() - compiling) / 1e3;
    return new Measurement(
        examples, wallNanos, cpuNanos, Map.of("compilingSeconds", compilingSeconds));
  }

  /** A folder of one arm, there from now on. */
  static Path folder(Workplace workplace, String name) throws IOException {
    return Files.createDirectories(workplace.folder().resolve("pipeline").resolve(name));
  }

  /** Reads a suite of these blocks of YAML. */
  static Suite suite(Path folder, String datasets, String models) throws IOException {
    String text = "name: bench\ndatasets:\n" + datasets + "models:\n" + models;
    return SuiteFile.read(Files.writeString(folder.resolve("suite.yaml"), text), Map.of());
  }

  static EvaluateOptions options(Path out) {
    return new EvaluateOptions(out.toString(), 0, false, "bench", "bench");
  }

  static void delete(Path folder) throws IOException {
    if (Files.exists(folder) && !FileUtil.fullyDelete(folder.toFile())) {
      throw new IOException("Cannot delete " + folder);
    }
  }
}
