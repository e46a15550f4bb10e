package io.github.steelyard.engine.dl4j.forward.running;

import io.github.steelyard.engine.dl4j.forward.program.Operation;
import io.github.steelyard.engine.dl4j.forward.program.Program;
import io.github.steelyard.engine.dl4j.forward.program.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.javacpp.Pointer;
import org.nd4j.linalg.api.buffer.DataBuffer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** A program over the memory of one thread, for batches of one size. */
final class BoundProgram implements ForwardPass.Bound {
  private final Storage storage;
  private final long rows;
  private final InputBuffers inputs;
  private final List<DataBuffer> places;
  private final Map<Value, INDArray> arrays = new HashMap<>();
  private final List<Runnable> steps = new ArrayList<>();

  BoundProgram(
      Program program,
      Storage storage,
      List<BorrowedFloats> places,
      long rows,
      List<BorrowedFloats> batch) {
    this.storage = storage;
    this.rows = rows;
    this.inputs = new InputBuffers(batch);
    this.places = places.stream().map(InputBuffers::over).toList();
    for (Operation operation : program.operations()) {
      steps.add(operation.bind(this::array));
    }
  }

  private INDArray array(Value value) {
    return arrays.computeIfAbsent(
        value, unused -> Nd4j.create(buffer(value), value.shape().batched(rows).toArray()));
  }

  private DataBuffer buffer(Value value) {
    int place = storage.places().get(value.storage());
    return place < 0 ? inputs.buffer(value.storage()) : places.get(place);
  }

  @Override
  public void run(List<BorrowedFloats> batch) {
    inputs.show(batch);
    for (Runnable step : steps) {
      step.run();
    }
  }

  @Override
  public Pointer result(Value output) {
    return array(output).data().pointer();
  }

  @Override
  public void close() {
    inputs.close();
    places.forEach(DataBuffer::close);
  }
}
