package io.github.steelyard.engine.dl4j.forward.program;

import java.lang.ref.Reference;
import java.util.List;
import org.bytedeco.javacpp.PointerPointer;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.OpContext;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOps;
import org.nd4j.nativeblas.NativeOpsHolder;
import org.nd4j.nativeblas.OpaqueContext;

/**
 * An operation with its arguments already in native memory: running it is one native call. ND4J's
 * own executioner would describe arrays and shapes anew each time, which costs more than the
 * arithmetic of a small layer.
 */
public final class NativeCall implements Runnable {
  /** Streams of a GPU; a CPU has none. */
  private static final @Nullable PointerPointer<?> NO_STREAMS = null;

  private final String name;
  private final NativeOps operations = NativeOpsHolder.getInstance().getDeviceNativeOps();
  private final long hash;
  // The native context lives as long as this does, and the arrays are kept from being freed by it.
  private final OpContext context;
  private final OpaqueContext pointer;

  public NativeCall(NativeOperation operation, List<INDArray> inputs, INDArray output) {
    name = operation.name();
    hash = operation.description(inputs).opHash();
    context = Nd4j.getExecutioner().buildContext();
    for (int i = 0; i < inputs.size(); i++) {
      context.setInputArray(i, inputs.get(i));
    }
    context.setOutputArray(0, output);
    context.setIArguments(operation.integerArguments());
    context.setTArguments(operation.numberArguments());
    context.allowHelpers(operation.oneDnn());
    context.shapeFunctionOverride(true);
    pointer = (OpaqueContext) context.contextPointer();
  }

  @Override
  public void run() {
    try {
      int status = operations.execCustomOp2(NO_STREAMS, hash, pointer);
      if (status != 0) {
        String reason = operations.lastErrorMessage();
        throw new IllegalStateException(
            "libnd4j's " + name + " failed with status " + status + ": " + reason);
      }
    } finally {
      // Native code knows the context and the arrays by their addresses alone.
      Reference.reachabilityFence(this);
    }
  }
}
