package io.github.steelyard.engine.dl4j.backend;

import io.github.steelyard.engine.inference.EngineSupport;
import io.github.steelyard.engine.inference.device.Device;
import io.github.steelyard.engine.inference.device.NvidiaGpu;
import io.github.steelyard.engine.inference.device.Precision;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * What Deeplearning4j can compute on. One process has one kind of device for all its networks: the
 * one that was asked for first.
 */
public final class Dl4jDevices {
  /**
   * ND4J adds up in the precision of the numbers, and one by one, where a GPU and other libraries
   * add half numbers up in float32; it has no fast code for them on a CPU.
   */
  private static final Set<Precision> ON_CPU = Set.of(Precision.values());

  private static final Set<Precision> ON_GPU = Set.of(Precision.FLOAT32, Precision.FLOAT16);

  private static final String NOT_BUILT =
      "CUDA is not in this build, expected one made with mvn -Pcuda-dl4j";

  private Dl4jDevices() {}

  /** Looks without starting anything, so that the first model still has its choice. */
  public static EngineSupport support() {
    Device running = Dl4jBackend.running();
    Map<Device, Set<Precision>> precisions = new EnumMap<>(Device.class);
    Map<Device, String> lacking = new EnumMap<>(Device.class);
    NvidiaGpu.Found gpus =
        built() ? NvidiaGpu.visible() : new NvidiaGpu.Found(List.of(), NOT_BUILT);
    offer(Device.CPU, ON_CPU, "", running, precisions, lacking);
    offer(Device.GPU, ON_GPU, gpus.lacking(), running, precisions, lacking);
    return new EngineSupport(
        Dl4jBackend.NAME, precisions, gpus.gpus().stream().map(NvidiaGpu::words).toList(), lacking);
  }

  private static void offer(
      Device device,
      Set<Precision> has,
      String missing,
      @Nullable Device running,
      Map<Device, Set<Precision>> precisions,
      Map<Device, String> lacking) {
    if (!missing.isEmpty()) {
      lacking.put(device, missing);
    } else if (running != null && running != device) {
      lacking.put(
          device,
          "this process runs it on "
              + running
              + " already, expected all of its models on one kind of device");
    } else {
      precisions.put(device, has);
    }
  }

  /** Whether ND4J's CUDA backend is on the class path. */
  static boolean built() {
    return present(BackendChoice.CUDA.replace('.', '/') + ".class");
  }

  /** JavaCPP's name for the build that convolves with cuDNN, where it is there; else empty. */
  static String cudaExtension() {
    String cudnn = "-cudnn";
    return present("org/nd4j/linalg/jcublas/bindings/linux-x86_64" + cudnn + "/libjnind4jcuda.so")
        ? cudnn
        : "";
  }

  private static boolean present(String resource) {
    return Dl4jDevices.class.getClassLoader().getResource(resource) != null;
  }

  static String kernels(int gpu) {
    return "cuda-11.6" + cudaExtension() + ", " + NvidiaGpu.visible().gpus().get(gpu).words();
  }

  public static DataType type(Precision precision) {
    return switch (precision) {
      case FLOAT32 -> DataType.FLOAT;
      case FLOAT16 -> DataType.FLOAT16;
      case BFLOAT16 -> DataType.BFLOAT16;
    };
  }
}
