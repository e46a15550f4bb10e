package io.github.steelyard.engine.onnxruntime;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtProvider;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.providers.OrtCUDAProviderOptions;
import io.github.steelyard.engine.inference.Device;
import io.github.steelyard.engine.inference.EngineSupport;
import io.github.steelyard.engine.inference.NvidiaGpu;
import io.github.steelyard.engine.inference.Placement;
import io.github.steelyard.engine.inference.Precision;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/**
 * What ONNX Runtime can compute on. A graph says itself which numbers each of its operators works
 * in; ONNX Runtime converts none, so there is one precision, the file's own, called float32 here.
 */
final class OnnxDevices {
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

  /** Makes a session run where it should, or not at all. */
  static void place(SessionOptions options, Placement placement) throws OrtException {
    if (placement.device() == Device.GPU) {
      try (OrtCUDAProviderOptions cuda = new OrtCUDAProviderOptions(placement.gpu())) {
        // Otherwise float32 would be multiplied with 11 significant bits on GPUs since Ampere.
        cuda.add("use_tf32", "0");
        options.addCUDA(cuda);
      }
      options.setDeterministicCompute(true);
      // An operator without a CUDA kernel would run on the CPU, and nobody would know.
      options.addConfigEntry("session.disable_cpu_ep_fallback", "1");
    }
  }

  static String kernels(int gpu) {
    return "cuda, without tf32, " + NvidiaGpu.visible().gpus().get(gpu).words();
  }
}
