package io.github.steelyard.engine.dl4j.forward.running;

import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The memory of one thread's activations, at addresses that vector instructions like. */
public final class Places implements AutoCloseable {
  private static final int ALIGNMENT = 64;
  private static final int MARGIN = ALIGNMENT / Float.BYTES;

  private final List<INDArray> owners = new ArrayList<>();
  private final List<BorrowedFloats> addresses = new ArrayList<>();

  /** Whether there is room for so many numbers. */
  boolean hold(List<Long> floats) {
    for (int place = 0; place < floats.size(); place++) {
      if (place >= addresses.size() || addresses.get(place).capacity() < floats.get(place)) {
        return false;
      }
    }
    return true;
  }

  /** Makes room; what was there before is freed. */
  public void grow(List<Long> floats) {
    List<Long> needed = new ArrayList<>(floats);
    for (int place = 0; place < addresses.size(); place++) {
      long before = addresses.get(place).capacity();
      if (place < needed.size()) {
        needed.set(place, Math.max(needed.get(place), before));
      } else {
        needed.add(before);
      }
    }
    close();
    for (long length : needed) {
      INDArray owner =
          Nd4j.createUninitializedDetached(DataType.FLOAT, Math.addExact(length, MARGIN));
      owners.add(owner);
      long address = owner.data().address();
      long aligned = (address + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
      addresses.add(new BorrowedFloats(aligned, length));
    }
  }

  public List<BorrowedFloats> addresses() {
    return List.copyOf(addresses);
  }

  @Override
  public void close() {
    owners.forEach(INDArray::close);
    owners.clear();
    addresses.clear();
  }
}
