package io.github.steelyard.engine.dl4j.blocked.plan;

import io.github.steelyard.engine.dl4j.forward.running.BorrowedFloats;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.reorder;
import org.bytedeco.dnnl.stream;
import org.bytedeco.javacpp.PointerScope;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A model's parameters as primitives want them, once for all threads: where they lie, or packed.
 * Another batch size may want another packing.
 */
public final class PackedWeights implements AutoCloseable {
  private record Packed(INDArray from, memory.desc layout, memory numbers) {}

  private final OneDnn oneDnn;
  private final NativeObjects objects = new NativeObjects();
  private final List<Packed> packed = new ArrayList<>();
  private final List<INDArray> made = new ArrayList<>();

  public PackedWeights(OneDnn oneDnn) {
    this.oneDnn = oneDnn;
  }

  /**
   * The array in a layout.
   *
   * @param lies how the array itself lies in memory
   */
  synchronized memory in(memory.desc wanted, INDArray array, memory.desc lies) {
    for (Packed known : packed) {
      if (known.from == array && known.layout.equals(wanted)) {
        return known.numbers;
      }
    }
    try (PointerScope scope = NativeObjects.scope()) {
      memory own = new memory(lies, oneDnn.cpu(), BorrowedFloats.of(array));
      memory numbers = own;
      if (!lies.equals(wanted)) {
        numbers = new memory(wanted, oneDnn.cpu());
        try (stream order = new stream(oneDnn.cpu());
            reorder packing = new reorder(own, numbers)) {
          packing.execute(order, own, numbers);
          order._wait();
        }
      }
      packed.add(
          new Packed(array, objects.keep(new memory.desc(wanted.data())), objects.keep(numbers)));
      return numbers;
    }
  }

  /** An array made out of parameters, in plain order; made once. */
  synchronized memory plain(memory.desc layout, INDArray key, Supplier<INDArray> maker) {
    for (Packed known : packed) {
      if (known.from == key && known.layout.equals(layout)) {
        return known.numbers;
      }
    }
    INDArray array = maker.get();
    made.add(array);
    try (PointerScope scope = NativeObjects.scope()) {
      memory numbers = objects.keep(new memory(layout, oneDnn.cpu(), BorrowedFloats.of(array)));
      packed.add(new Packed(key, objects.keep(new memory.desc(layout.data())), numbers));
      return numbers;
    }
  }

  @Override
  public synchronized void close() {
    packed.clear();
    objects.close();
    made.forEach(INDArray::close);
    made.clear();
  }
}
