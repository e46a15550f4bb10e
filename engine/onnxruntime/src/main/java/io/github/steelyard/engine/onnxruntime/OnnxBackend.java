package io.github.steelyard.engine.onnxruntime;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.OrtSession.SessionOptions.OptLevel;
import io.github.steelyard.engine.inference.EngineDescription;
import io.github.steelyard.engine.inference.UnusableModelException;
import io.github.steelyard.engine.inference.device.Device;
import io.github.steelyard.engine.inference.device.Placement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Starts ONNX Runtime, once for each process. Its one native library chooses its kernels by the CPU
 * at run time. An engine works on the thread that calls it and on no other: one task for each core
 * beats many threads for each task.
 */
final class OnnxBackend {
  private static final Path CPU_INFORMATION = Path.of("/proc/cpuinfo");
  private static final int THREADS = 1;

  /** CPU flags that ONNX Runtime's kernels go by, best first. */
  private static final List<String> CHOOSING =
      List.of("amx_int8", "avx512_vnni", "avx512f", "avx_vnni", "avx2", "avx", "asimddp", "asimd");

  private OnnxBackend() {}

  static OrtEnvironment start() {
    return Started.ENVIRONMENT;
  }

  static EngineDescription description(Placement placement) {
    return new EngineDescription(
        OnnxEngineProvider.NAME,
        start().getVersion(),
        placement.device().toString(),
        placement.precision().toString(),
        placement.device() == Device.GPU ? OnnxDevices.kernels(placement.gpu()) : kernels(),
        THREADS);
  }

  /** Options for one model; the caller closes them. */
  static SessionOptions options(OptLevel level) throws OrtException {
    SessionOptions options = new SessionOptions();
    try {
      options.setOptimizationLevel(level);
      options.setIntraOpNumThreads(THREADS);
      options.setInterOpNumThreads(THREADS);
      // Its own words come back in its exceptions; it need not write them as well.
      options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);
      return options;
    } catch (OrtException e) {
      options.close();
      throw e;
    }
  }

  /** What ONNX Runtime said, without its codes, in one line. */
  static String said(Exception e) {
    return UnusableModelException.firstLine(e)
        .replaceFirst("^Error code - \\w+ - message: ", "")
        .replace("Exception during", "failure during");
  }

  private static String kernels() {
    Set<String> flags = cpuFlags();
    return "mlas, cpu-"
        + CHOOSING.stream()
            .filter(flags::contains)
            .findFirst()
            .orElse(System.getProperty("os.arch", "unknown").toLowerCase(Locale.ROOT));
  }

  /** The CPU's flags as Linux tells them; none elsewhere. */
  private static Set<String> cpuFlags() {
    if (!Files.isReadable(CPU_INFORMATION)) {
      return Set.of();
    }
    try (Stream<String> lines = Files.lines(CPU_INFORMATION)) {
      return lines
          .filter(line -> line.startsWith("flags") || line.startsWith("Features"))
          .findFirst()
          .map(line -> Arrays.stream(line.split("\\s+")).collect(Collectors.toUnmodifiableSet()))
          .orElse(Set.of());
    } catch (IOException e) {
      return Set.of();
    }
  }

  /** Loads the native library on first use. */
  private static final class Started {
    static final OrtEnvironment ENVIRONMENT = environment();

    private static OrtEnvironment environment() {
      try {
        OrtEnvironment environment =
            OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL, "steelyard");
        environment.setTelemetry(false);
        return environment;
      } catch (OrtException | LinkageError e) {
        throw new IllegalStateException(
            "Cannot load ONNX Runtime's native library for "
                + System.getProperty("os.name")
                + " on "
                + System.getProperty("os.arch"),
            e);
      }
    }
  }
}
