package io.github.steelyard.bench.engine.arm;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import io.github.steelyard.bench.harness.Workplace;
import io.github.steelyard.bench.network.InputFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * ONNX Runtime by itself, as fast as its Java binding goes: inputs are wrapped once, outputs are
 * written into the same memory again and again.
 */
final class OnnxRuntimeArm extends LoopArm {
  private final OrtSession session;
  private final String input;
  private final String output;
  private final List<OnnxTensor> batches = new ArrayList<>();
  private final FloatBuffer results;
  private final OnnxTensor result;

  private OnnxRuntimeArm(Work work, OrtSession session, Path inputs)
      throws IOException, OrtException {
    super(work);
    this.session = session;
    this.input = session.getInputNames().iterator().next();
    this.output = session.getOutputNames().iterator().next();
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    try (FileChannel channel = FileChannel.open(inputs, StandardOpenOption.READ)) {
      for (int i = 0; i < work.batches(); i++) {
        ByteBuffer bytes = direct(work.batchBytes());
        InputFile.read(channel, i * work.batchBytes(), bytes);
        long[] shape = work.inputShape().batched(work.batch()).toArray();
        batches.add(OnnxTensor.createTensor(environment, bytes.asFloatBuffer(), shape));
      }
    }
    results = direct((long) work.batch() * work.classes() * Float.BYTES).asFloatBuffer();
    result =
        OnnxTensor.createTensor(environment, results, new long[] {work.batch(), work.classes()});
  }

  private static ByteBuffer direct(long bytes) {
    return ByteBuffer.allocateDirect(Math.toIntExact(bytes)).order(ByteOrder.nativeOrder());
  }

  static OnnxRuntimeArm open(Work work, Workplace workplace) throws IOException {
    String file = work.files(workplace).onnx().toString();
    try (SessionOptions options = new SessionOptions()) {
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      options.setOptimizationLevel(SessionOptions.OptLevel.ALL_OPT);
      return new OnnxRuntimeArm(
          work,
          OrtEnvironment.getEnvironment().createSession(file, options),
          work.inputs(workplace));
    } catch (OrtException e) {
      throw new IOException("ONNX Runtime cannot open " + file, e);
    }
  }

  @Override
  void run(int batch) throws IOException {
    try {
      session.run(Map.of(input, batches.get(batch)), Map.of(output, result)).close();
    } catch (OrtException e) {
      throw new IOException("ONNX Runtime cannot run " + work().network(), e);
    }
  }

  @Override
  void run(int batch, float[] answers, int offset) throws IOException {
    run(batch);
    results.get(0, answers, offset, work().batch() * work().classes());
  }

  @Override
  public void close() {
    batches.forEach(OnnxTensor::close);
    result.close();
    try {
      session.close();
    } catch (OrtException e) {
      throw new IllegalStateException("ONNX Runtime cannot close " + work().network(), e);
    }
  }
}
