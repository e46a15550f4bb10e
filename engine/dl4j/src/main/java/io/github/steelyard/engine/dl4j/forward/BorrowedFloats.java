package io.github.steelyard.engine.dl4j.forward;

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.jspecify.annotations.Nullable;

/** A pointer to memory that somebody else owns: it has no deallocator. */
public final class BorrowedFloats extends FloatPointer {
  private static final @Nullable Pointer NOWHERE = null;

  public BorrowedFloats(long memoryAddress, long floats) {
    super(NOWHERE);
    address = memoryAddress;
    limit = floats;
    capacity = floats;
  }
}
