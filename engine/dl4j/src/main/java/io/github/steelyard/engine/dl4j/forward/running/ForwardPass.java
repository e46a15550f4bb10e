package io.github.steelyard.engine.dl4j.forward.running;

import io.github.steelyard.engine.data.Shape;
import io.github.steelyard.engine.data.Tensor;
import io.github.steelyard.engine.data.TensorType;
import io.github.steelyard.engine.dl4j.forward.program.Value;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import org.apache.arrow.memory.BufferAllocator;
import org.bytedeco.javacpp.Pointer;

/**
 * A compiled network for one thread: the memory of its activations, kept between batches, and its
 * operations bound to it. A batch is read where it lies.
 */
public final class ForwardPass implements Forward {
  /** A network for batches of one size, before there is memory for it. */
  public interface Unplaced {
    /** For each place, how many numbers it must hold. */
    List<Long> floats();

    /** The network over that memory, and over inputs that lie elsewhere for each batch. */
    Bound at(List<BorrowedFloats> places, List<BorrowedFloats> batch);
  }

  /** A network over memory, for batches of one size. */
  public interface Bound extends AutoCloseable {
    void run(List<BorrowedFloats> batch);

    /** Where an output lies, in plain order, until the next run. */
    Pointer result(Value output);

    @Override
    void close();
  }

  /** The plan's batch size, and the smaller batch at the end of a shard. */
  private static final int SIZES = 2;

  private final List<Value> outputs;
  private final LongFunction<? extends Unplaced> network;
  private final Places places = new Places();
  private final LinkedHashMap<Long, Bound> bound = new LinkedHashMap<>(4, 0.75f, true);

  /**
   * @param network the network for a batch size
   */
  public ForwardPass(List<Value> outputs, LongFunction<? extends Unplaced> network) {
    this.outputs = List.copyOf(outputs);
    this.network = network;
  }

  @Override
  public List<Tensor> run(List<Tensor> inputs, BufferAllocator allocator) {
    long rows = inputs.get(0).shape().extent(0);
    List<BorrowedFloats> batch = inputs.stream().map(BorrowedFloats::of).toList();
    Bound current = boundTo(rows, batch);
    current.run(batch);
    List<Tensor> results = new ArrayList<>();
    try {
      for (Value output : outputs) {
        Shape shape = output.shape().batched(rows);
        Tensor tensor = Tensor.allocate(allocator, TensorType.FLOAT32, shape);
        results.add(tensor);
        Pointer.memcpy(BorrowedFloats.of(tensor), current.result(output), tensor.bytes());
      }
      List<Tensor> complete = List.copyOf(results);
      results.clear();
      return complete;
    } finally {
      results.forEach(Tensor::close);
    }
  }

  private Bound boundTo(long rows, List<BorrowedFloats> batch) {
    Bound known = bound.get(rows);
    if (known != null) {
      return known;
    }
    if (bound.size() == SIZES) {
      Iterator<Map.Entry<Long, Bound>> oldest = bound.entrySet().iterator();
      oldest.next().getValue().close();
      oldest.remove();
    }
    Unplaced unplaced = network.apply(rows);
    List<Long> floats = unplaced.floats();
    if (!places.hold(floats)) {
      unbind();
      places.grow(floats);
    }
    Bound fresh = unplaced.at(places.addresses(), batch);
    bound.put(rows, fresh);
    return fresh;
  }

  private void unbind() {
    bound.values().forEach(Bound::close);
    bound.clear();
  }

  /** Frees the activations' memory. */
  @Override
  public void close() {
    unbind();
    places.close();
  }
}
