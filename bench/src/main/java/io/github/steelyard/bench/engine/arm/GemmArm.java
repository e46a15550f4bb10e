package io.github.steelyard.bench.engine.arm;

import io.github.steelyard.bench.harness.Answers;
import io.github.steelyard.bench.harness.Workplace;
import io.github.steelyard.bench.network.InputFile;
import io.github.steelyard.engine.dl4j.backend.Dl4jBackend;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The matrix products of a multilayer perceptron, and nothing else of it: no bias, no activation,
 * every result in memory that was there before. What ND4J's BLAS could do.
 */
final class GemmArm extends LoopArm {
  private final List<INDArray> batches = new ArrayList<>();
  private final List<INDArray> matrices = new ArrayList<>();
  private final List<INDArray> results = new ArrayList<>();

  private GemmArm(Work work, FileChannel inputs, int... widths) throws IOException {
    super(work);
    Dl4jBackend.start();
    long features = work.inputShape().elements();
    for (int i = 0; i < work.batches(); i++) {
      ByteBuffer bytes =
          ByteBuffer.allocate(Math.toIntExact(work.batchBytes())).order(ByteOrder.nativeOrder());
      InputFile.read(inputs, i * work.batchBytes(), bytes);
      float[] values = new float[bytes.remaining() / Float.BYTES];
      bytes.asFloatBuffer().get(values);
      batches.add(Nd4j.create(values, new long[] {work.batch(), features}, 'c'));
    }
    long from = features;
    for (int width : widths) {
      matrices.add(Nd4j.rand(DataType.FLOAT, from, width).dup('f'));
      // BLAS writes column by column.
      results.add(Nd4j.createUninitialized(DataType.FLOAT, new long[] {work.batch(), width}, 'f'));
      from = width;
    }
  }

  /**
   * @param widths of the layers, the last one's is the number of classes
   */
  static GemmArm open(Work work, Workplace workplace, int... widths) throws IOException {
    try (FileChannel inputs = FileChannel.open(work.inputs(workplace), StandardOpenOption.READ)) {
      return new GemmArm(work, inputs, widths);
    }
  }

  @Override
  void run(int batch) {
    INDArray from = batches.get(batch);
    for (int layer = 0; layer < matrices.size(); layer++) {
      Nd4j.gemm(from, matrices.get(layer), results.get(layer), false, false, 1, 0);
      from = results.get(layer);
    }
  }

  @Override
  void run(int batch, float[] answers, int offset) {
    throw new UnsupportedOperationException("Products alone are no answers");
  }

  @Override
  public Answers answers() {
    return Answers.NONE;
  }

  @Override
  public void close() {
    batches.forEach(INDArray::close);
    matrices.forEach(INDArray::close);
    results.forEach(INDArray::close);
  }
}
