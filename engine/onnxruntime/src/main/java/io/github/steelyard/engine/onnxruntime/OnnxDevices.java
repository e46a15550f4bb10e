package io.github.steelyard.engine.onnxruntime;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtProvider;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.providers.OrtCUDAProviderOptions;
import io.github.steelyard.engine.inference.EngineSupport;
import io.github.steelyard.engine.inference.ModelRef;
import io.github.steelyard.engine.inference.device.Device;
import io.github.steelyard.engine.inference.device.NvidiaGpu;
import io.github.steelyard.engine.inference.device.Placement;
import io.github.steelyard.engine.inference.device.Precision;
import io.github.steelyard.engine.problem.BadInputException;
import io.github.steelyard.engine.problem.ModelException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What ONNX Runtime can compute on. A graph says itself which numbers each of its operators works
 * in; ONNX Runtime converts none, so there is one precision, the file's own, called float32 here.
 */
final class OnnxDevices {
  private static final Pattern WITH_ERROR = Pattern.compile("with error: (.*)");
  private static final String CPU_OPERATORS = "cpu_operators";
  private static final String ALLOWED = "allowed";

  /** The rest of a sentence about a model that the CPU would have to run part of. */
  static final String WOULD_RUN_ON_CPU =
      "some of its operators would run on the CPU, for which ONNX Runtime has no CUDA kernel or"
          + " prefers the CPU: expected all of them on the GPU, or the option '"
          + CPU_OPERATORS
          + ": "
          + ALLOWED
          + "'";

  private static final Set<Precision> THE_FILES_OWN = Set.of(Precision.FLOAT32);
  private static final String NOT_BUILT =
      "CUDA is not in this build, expected one made with mvn -Pcuda-onnxruntime";

  private OnnxDevices() {}

  static EngineSupport support() {
    OnnxBackend.start();
    Map<Device, Set<Precision>> precisions = new EnumMap<>(Device.class);
    precisions.put(Device.CPU, THE_FILES_OWN);
    if (!OrtEnvironment.getAvailableProviders().contains(OrtProvider.CUDA)) {
      return EngineSupport.withoutGpu(OnnxEngineProvider.NAME, precisions, NOT_BUILT);
    }
    NvidiaGpu.Found found = NvidiaGpu.visible();
    if (found.gpus().isEmpty()) {
      return EngineSupport.withoutGpu(OnnxEngineProvider.NAME, precisions, found.lacking());
    }
    precisions.put(Device.GPU, THE_FILES_OWN);
    return EngineSupport.with(OnnxEngineProvider.NAME, precisions, found.gpus());
  }

  /**
   * Makes a session run where it should, or not at all.
   *
   * @throws ModelException when the GPU cannot be used
   */
  static void place(SessionOptions options, ModelRef model, Placement placement)
      throws OrtException {
    if (placement.device() == Device.GPU) {
      options.setDeterministicCompute(true);
      if (!ALLOWED.equals(model.options().get(CPU_OPERATORS))) {
        // An operator without a CUDA kernel would run on the CPU, and nobody would know.
        options.addConfigEntry("session.disable_cpu_ep_fallback", "1");
      }
      try {
        addCuda(options, placement);
      } catch (BadInputException e) {
        throw new ModelException(model.name(), String.valueOf(e.getMessage()), e);
      }
    }
  }

  /**
   * Loads CUDA, which stays loaded.
   *
   * @throws BadInputException when its libraries are not there
   */
  static void require(Placement placement) {
    if (placement.device() == Device.GPU) {
      try (SessionOptions options = new SessionOptions()) {
        addCuda(options, placement);
      }
    }
  }

  private static void addCuda(SessionOptions options, Placement placement) {
    try (OrtCUDAProviderOptions cuda = new OrtCUDAProviderOptions(placement.gpu())) {
      // Otherwise float32 would be multiplied with 11 significant bits on GPUs since Ampere.
      cuda.add("use_tf32", "0");
      options.addCUDA(cuda);
    } catch (OrtException e) {
      throw new BadInputException(
          "Cannot load CUDA for ONNX Runtime: expected the libraries of CUDA 12 and cuDNN 9 on the"
              + " library path. Found: "
              + missing(e),
          e);
    }
  }

  /** The library that could not be loaded, which stands behind long paths. */
  private static String missing(OrtException e) {
    Matcher found = WITH_ERROR.matcher(String.valueOf(e.getMessage()));
    return found.find() ? found.group(1) : OnnxBackend.said(e);
  }

  /** Whether a session was refused since the CPU would have to run part of it. */
  static boolean wouldRunOnCpu(OrtException e) {
    return String.valueOf(e.getMessage()).contains("fallback to CPU EP has been explicitly");
  }

  static String kernels(int gpu) {
    return "cuda, without tf32, " + NvidiaGpu.visible().gpus().get(gpu).words();
  }
}
