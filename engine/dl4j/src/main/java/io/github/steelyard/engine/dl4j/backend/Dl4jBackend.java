package io.github.steelyard.engine.dl4j.backend;

import io.github.steelyard.engine.dl4j.blocked.plan.OneDnn;
import io.github.steelyard.engine.dl4j.execution.SwitchedExecutioner;
import io.github.steelyard.engine.inference.EngineDescription;
import io.github.steelyard.engine.inference.device.Device;
import io.github.steelyard.engine.inference.device.Placement;
import io.github.steelyard.engine.inference.device.Precision;
import io.github.steelyard.engine.problem.BadInputException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOps;
import org.nd4j.nativeblas.NativeOpsHolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts ND4J as it should have been started: with the native library that suits this CPU, oneDNN
 * in use, and one thread for each engine. Whatever touches ND4J or Deeplearning4j calls {@link
 * #start} first, on the driver and on executors, so that no Spark option is needed.
 *
 * <p>System properties, or environment variables of the same name in capitals with underscores:
 *
 * <ul>
 *   <li>{@code steelyard.dl4j.extension}: the native build, {@code -onednn-avx2}, or {@code none};
 *   <li>{@code steelyard.dl4j.threads}: threads that one engine uses for one batch, by default 1:
 *       one task for each core beats many threads for each task.
 * </ul>
 */
public final class Dl4jBackend {
  private static final Logger LOG = LoggerFactory.getLogger(Dl4jBackend.class);

  public static final String NAME = "dl4j";
  static final String EXTENSION = "steelyard.dl4j.extension";
  static final String THREADS = "steelyard.dl4j.threads";

  /** Deeplearning4j leaves its oneDNN layers off unless this says {@code false}. */
  public static final String HELPERS_OFF = "org.eclipse.deeplearning4j.helpers.disable";

  public static final String VERSION = "1.0.0-M2.1";

  /** Counts up whenever the forward pass may give other numbers than before, in the last digit. */
  private static final int FORWARD_VERSION = 3;

  /** Of ND4J's levels of native builds. */
  private static final int AVX512 = 3;

  private static final String OPENBLAS_VERSION = "0.3.19";

  private static volatile @Nullable Dl4jBackend started;

  private final Device device;
  private final NativeOps operations;
  private final boolean oneDnn;
  private final Optional<OneDnn> blocked;
  private final String kernels;
  private final int threads;

  private Dl4jBackend(Device device, int threads) {
    this.device = device;
    this.threads = threads;
    if (device == Device.GPU) {
      CudaLibraries.require();
    } else {
      NativeExtension.choose(extension());
      setUnlessSet(SwitchedExecutioner.PROPERTY, SwitchedExecutioner.class.getName());
    }
    setUnlessSet(HELPERS_OFF, "false");
    // JavaCPP would refuse memory once the whole process is twice as large as the Java heap, Arrow
    // and Spark's own memory included; the cluster's limit is the one that counts.
    setUnlessSet("org.bytedeco.javacpp.maxPhysicalBytes", "0");
    // A dump of a user's network into the working directory helps nobody.
    setUnlessSet("org.deeplearning4j.crash.reporting.enabled", "false");
    operations = load(device);
    Nd4j.getEnvironment().setMaxThreads(threads);
    Nd4j.getEnvironment().setMaxMasterThreads(threads);
    Nd4j.factory().blas().setMaxThreads(threads);
    oneDnn = operations.buildInfo().contains("HAVE_ONEDNN");
    blocked = oneDnn && device == Device.CPU ? OneDnn.library() : Optional.empty();
    if (operations.binaryLevel() < AVX512) {
      blocked.ifPresent(OneDnn::avx2Only);
    }
    kernels =
        (oneDnn ? "onednn-" + level(operations.binaryLevel()) : "plain")
            + ", openblas-"
            + OPENBLAS_VERSION
            + ", cpu-"
            + NativeBuild.cpuInstructionSet()
            + ", forward-"
            + FORWARD_VERSION
            + blocked.map(library -> ", blocked-onednn-" + library.version()).orElse("");
    warnWhereLate();
  }

  /**
   * Whoever has used ND4J in this process before us has settled how it runs: it has taken the build
   * for AVX2, about half as fast as the one for AVX-512, and its own executioner.
   */
  private void warnWhereLate() {
    if (device == Device.CPU
        && SwitchedExecutioner.class
            .getName()
            .equals(System.getProperty(SwitchedExecutioner.PROPERTY))
        && !(Nd4j.getExecutioner() instanceof SwitchedExecutioner)) {
      LOG.warn(
          "ND4J ran in this process before Steelyard could choose its native build: it computes with"
              + " {}, may be slow, and may free arrays that native code still reads; expected Steelyard"
              + " to be the first to use it",
          kernels);
    }
  }

  /**
   * Starts ND4J once, and prepares the calling thread to run networks: on what this process runs
   * them already, or on the CPU.
   */
  public static Dl4jBackend start() {
    Device running = running();
    return start(running == null ? Device.CPU : running);
  }

  /** The same on the placement's device; the calling thread then works on that GPU. */
  public static Dl4jBackend start(Placement placement) {
    Dl4jBackend backend = start(placement.device());
    if (placement.device() == Device.GPU) {
      Nd4j.getAffinityManager().unsafeSetDevice(placement.gpu());
    }
    return backend;
  }

  private static Dl4jBackend start(Device device) {
    Dl4jBackend backend = started;
    if (backend == null) {
      backend = startOnce(device);
    }
    if (backend.device != device) {
      throw new BadInputException(
          "Cannot run Deeplearning4j on "
              + device
              + ": this process runs it on "
              + backend.device
              + " already");
    }
    // OpenMP keeps this number for each thread; oneDNN goes by it.
    backend.operations.setOmpNumThreads(backend.threads);
    return backend;
  }

  private static synchronized Dl4jBackend startOnce(Device device) {
    Dl4jBackend backend = started;
    if (backend == null) {
      backend = new Dl4jBackend(device, threads());
      started = backend;
    }
    return backend;
  }

  /** What this process runs networks on; null before the first. */
  static @Nullable Device running() {
    Dl4jBackend backend = started;
    return backend == null ? null : backend.device;
  }

  /** What decides, besides model and batch, which numbers come out. */
  public EngineDescription description() {
    return description(new Placement(device, 0, Precision.FLOAT32));
  }

  /** The same for one GPU or precision. */
  public EngineDescription description(Placement placement) {
    return new EngineDescription(
        NAME,
        VERSION,
        device.toString(),
        placement.precision().toString(),
        device == Device.GPU ? Dl4jDevices.kernels(placement.gpu()) : kernels,
        threads);
  }

  /** Whether the native library in use was built with oneDNN. */
  public boolean oneDnn() {
    return oneDnn;
  }

  /** oneDNN by itself, for networks that stay in its formats; empty where there is none. */
  public Optional<OneDnn> blocked() {
    return blocked;
  }

  private static NativeOps load(Device device) {
    try {
      if (Dl4jDevices.built()) {
        BackendChoice.during(
            device == Device.GPU ? BackendChoice.CUDA : BackendChoice.CPU, Nd4j::getBackend);
      }
      // In this order: the first reads the backend's properties, which the second needs.
      Nd4j.getBackend();
      return NativeOpsHolder.getInstance().getDeviceNativeOps();
    } catch (LinkageError | RuntimeException e) {
      throw new IllegalStateException(
          "Cannot load Deeplearning4j's native library for "
              + System.getProperty("os.name")
              + " on "
              + System.getProperty("os.arch")
              + ": expected "
              + (device == Device.GPU ? "nd4j-cuda-11.6 " : "nd4j-native ")
              + VERSION
              + " for this platform on the class path",
          e);
    }
  }

  private static String extension() {
    String wish = setting(EXTENSION);
    if (wish == null) {
      return NativeBuild.best().extension();
    }
    return wish.equals("none") ? "" : wish;
  }

  private static int threads() {
    String wish = setting(THREADS);
    if (wish == null) {
      return 1;
    }
    try {
      int threads = Integer.parseInt(wish);
      if (threads >= 1) {
        return threads;
      }
    } catch (NumberFormatException e) {
      // Said below, as for a number out of range.
    }
    throw new IllegalArgumentException(THREADS + ": Expecting a number >= 1. Found: " + wish);
  }

  private static @Nullable String setting(String property) {
    String value = System.getProperty(property);
    return value != null
        ? value
        : System.getenv(property.toUpperCase(Locale.ROOT).replace('.', '_'));
  }

  private static void setUnlessSet(String property, String value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, value);
    }
  }

  private static String level(int binaryLevel) {
    return binaryLevel >= AVX512 ? "avx512" : binaryLevel == 2 ? "avx2" : "generic";
  }
}
