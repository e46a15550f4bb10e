package io.github.steelyard.engine.dl4j.blocked.plan;

import io.github.steelyard.engine.dl4j.forward.program.Value;
import io.github.steelyard.engine.dl4j.forward.running.BorrowedFloats;
import io.github.steelyard.engine.dl4j.forward.running.ForwardPass;
import io.github.steelyard.engine.dl4j.forward.running.InputBuffers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bytedeco.javacpp.Pointer;
import org.nd4j.linalg.api.buffer.DataBuffer;
import org.nd4j.linalg.factory.Nd4j;

/** A network's steps over the memory of one thread, for batches of one size. */
final class BlockedBatch implements ForwardPass.Bound {
  private final Map<Region, BorrowedFloats> lying;
  private final List<Region> outside;
  private final Map<Value, Region> results;
  private final InputBuffers inputs;
  private final NativeObjects objects;
  private final List<DataBuffer> buffers = new ArrayList<>();
  private final List<Runnable> steps = new ArrayList<>();

  BlockedBatch(
      long rows,
      List<BlockedStep> planned,
      Map<Region, BorrowedFloats> lying,
      List<Region> outside,
      Map<Value, Region> results,
      List<BorrowedFloats> batch,
      NativeObjects objects) {
    this.lying = lying;
    this.outside = outside;
    this.results = results;
    this.objects = objects;
    this.inputs = new InputBuffers(batch);
    for (BlockedStep step : planned) {
      steps.add(
          step.bind(
              (region, value) ->
                  Nd4j.create(buffer(region), value.shape().batched(rows).toArray())));
    }
  }

  private DataBuffer buffer(Region region) {
    if (region.input() != Region.NOWHERE) {
      return inputs.buffer(region.input());
    }
    DataBuffer buffer = InputBuffers.over(address(region));
    buffers.add(buffer);
    return buffer;
  }

  private BorrowedFloats address(Region region) {
    return Objects.requireNonNull(lying.get(region), "a region without a place");
  }

  @Override
  public void run(List<BorrowedFloats> batch) {
    inputs.show(batch);
    outside.forEach(region -> region.lieAt(batch.get(region.input())));
    steps.forEach(Runnable::run);
  }

  @Override
  public Pointer result(Value output) {
    return address(Objects.requireNonNull(results.get(output), "no such output"));
  }

  @Override
  public void close() {
    inputs.close();
    buffers.forEach(DataBuffer::close);
    objects.close();
  }
}
