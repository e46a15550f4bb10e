package io.github.steelyard.engine.dl4j.forward.running;

import io.github.steelyard.engine.data.Tensor;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A pointer to memory that somebody else owns: it has no deallocator. */
public final class BorrowedFloats extends FloatPointer {
  private static final @Nullable Pointer NOWHERE = null;

  public BorrowedFloats(long memoryAddress, long floats) {
    super(NOWHERE);
    address = memoryAddress;
    limit = floats;
    capacity = floats;
  }

  /** The memory of a tensor of float32. */
  public static BorrowedFloats of(Tensor tensor) {
    return new BorrowedFloats(tensor.memory().memoryAddress(), tensor.shape().elements());
  }

  /** The memory of an array, which may be a view; a buffer's own address knows no offset. */
  public static BorrowedFloats of(INDArray array) {
    return new BorrowedFloats(array.data().addressPointer().address(), array.length());
  }
}
