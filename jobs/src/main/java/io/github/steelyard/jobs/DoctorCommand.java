package io.github.steelyard.jobs;

import io.github.steelyard.engine.inference.EngineDescription;
import io.github.steelyard.engine.inference.EngineProvider;
import io.github.steelyard.engine.inference.EngineSupport;
import io.github.steelyard.engine.inference.device.Device;
import io.github.steelyard.engine.inference.device.NvidiaGpu;
import io.github.steelyard.engine.inference.device.Precision;
import io.github.steelyard.jobs.spark.Engines;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.apache.spark.package$;
import oshi.SystemInfo;
import oshi.hardware.CentralProcessor;
import oshi.hardware.GlobalMemory;
import oshi.hardware.GraphicsCard;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code steelyard doctor}: what this machine offers. */
@Command(
    name = "doctor",
    description = "Says what this machine offers: Java, Spark, processor, engines and kernels.",
    mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @SuppressWarnings("NullAway.Init") // picocli fills the fields
  DoctorCommand() {}

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    fact(out, "steelyard", BuildVersion.text());
    fact(out, "java", System.getProperty("java.runtime.version") + ", " + heap() + " of heap");
    fact(out, "spark", package$.MODULE$.SPARK_VERSION());
    fact(out, "SPARK_HOME", Optional.ofNullable(System.getenv("SPARK_HOME")).orElse("not set"));
    machine(out);
    boolean healthy = true;
    for (EngineProvider engine : Engines.all()) {
      healthy &= engine(out, engine);
    }
    out.flush();
    return healthy ? ExitStatus.DONE : ExitStatus.NOTHING_RAN;
  }

  private static void machine(PrintWriter out) {
    SystemInfo system = new SystemInfo();
    CentralProcessor processor = system.getHardware().getProcessor();
    GlobalMemory memory = system.getHardware().getMemory();
    fact(out, "system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
    fact(out, "processor", processor.getProcessorIdentifier().getName());
    fact(
        out,
        "cores",
        processor.getLogicalProcessorCount()
            + " here, "
            + Runtime.getRuntime().availableProcessors()
            + " for this process");
    fact(
        out,
        "memory",
        gibibytes(memory.getTotal()) + ", " + gibibytes(memory.getAvailable()) + " available");
    for (GraphicsCard card : system.getHardware().getGraphicsCards()) {
      fact(out, "graphics card", card.getName());
    }
    gpus(out);
  }

  private static void gpus(PrintWriter out) {
    NvidiaGpu.Found found = NvidiaGpu.visible();
    if (found.gpus().isEmpty()) {
      fact(out, "gpu", "none: " + found.lacking());
    }
    for (int i = 0; i < found.gpus().size(); i++) {
      fact(out, "gpu " + i, found.gpus().get(i).words());
    }
  }

  /** An engine whose native code cannot be loaded is a finding, not the end. */
  private static boolean engine(PrintWriter out, EngineProvider provider) {
    try {
      // Before the next line, which starts it on the CPU: some can start on one device alone.
      EngineSupport support = provider.support();
      EngineDescription engine = provider.description();
      fact(
          out,
          "engine " + provider.name(),
          engine.version()
              + " on "
              + engine.device()
              + ", "
              + engine.precision()
              + ", "
              + engine.kernels()
              + ", "
              + engine.threads()
              + " thread(s) for each task");
      fact(out, "  devices", devices(support));
      return true;
    } catch (RuntimeException | LinkageError e) {
      fact(out, "engine " + provider.name(), "cannot be used: " + e);
      return false;
    }
  }

  /** What it has on each kind of device, or why it does not have one. */
  private static String devices(EngineSupport support) {
    return Arrays.stream(Device.values())
        .map(
            device -> {
              Set<Precision> precisions = support.precisions().get(device);
              return precisions == null
                  ? "no " + device + " (" + support.lacking().get(device) + ")"
                  : device
                      + ": "
                      + precisions.stream()
                          .map(Precision::toString)
                          .collect(Collectors.joining(", "));
            })
        .collect(Collectors.joining("; "));
  }

  private static void fact(PrintWriter out, String name, Object value) {
    out.printf("%-16s %s%n", name, value);
  }

  private static String heap() {
    return gibibytes(Runtime.getRuntime().maxMemory());
  }

  private static String gibibytes(long bytes) {
    return String.format(Locale.ROOT, "%.1f GiB", bytes / (double) (1L << 30));
  }
}
