package io.github.steelyard.bench.stock;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.util.ModelSerializer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Loads a graph and calls its {@code output}, as Deeplearning4j's documentation says, in turns as
 * {@code ChildArm} wants them. Arguments: zip, inputs, shape of an example (1,28,28), examples of a
 * batch, batches, repeats.
 */
public final class StockProgram {
  private static final long WARM_UP_NANOS = 1_000_000_000;

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final ComputationGraph network;
  private final List<INDArray> batches = new ArrayList<>();
  private final int repeats;

  private StockProgram(String... arguments) throws IOException {
    network = ModelSerializer.restoreComputationGraph(new File(arguments[0]), false);
    int batch = Integer.parseInt(arguments[3]);
    int count = Integer.parseInt(arguments[4]);
    repeats = Integer.parseInt(arguments[5]);
    long[] shape =
        LongStream.concat(
                LongStream.of(batch), Stream.of(arguments[2].split(",")).mapToLong(Long::parseLong))
            .toArray();
    int bytes = Math.toIntExact(LongStream.of(shape).reduce(Float.BYTES, Math::multiplyExact));
    try (FileChannel channel = FileChannel.open(Path.of(arguments[1]), StandardOpenOption.READ)) {
      for (int i = 0; i < count; i++) {
        batches.add(read(channel, bytes, shape));
      }
    }
  }

  private static INDArray read(FileChannel channel, int bytes, long... shape) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(bytes).order(ByteOrder.nativeOrder());
    while (buffer.hasRemaining()) {
      if (channel.read(buffer) < 0) {
        throw new IOException("Expected " + buffer.remaining() + " more bytes of inputs");
      }
    }
    float[] values = new float[bytes / Float.BYTES];
    buffer.flip().asFloatBuffer().get(values);
    return Nd4j.create(values, shape, 'c');
  }

  public static void main(String[] arguments) throws IOException {
    StockProgram program = new StockProgram(arguments);
    System.out.println("{}");
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      System.out.println(
          line.equals("round") ? program.round() : program.answers(line.split(" ", 2)[1]));
    }
  }

  /** As long as the arms in the benchmarks' own JVM do. */
  private void warmUp() {
    long start = System.nanoTime();
    while (System.nanoTime() - start < WARM_UP_NANOS) {
      batches.forEach(network::outputSingle);
    }
  }

  private String round() {
    long cpu = threads.getCurrentThreadCpuTime();
    long wall = System.nanoTime();
    long examples = 0;
    for (int repeat = 0; repeat < repeats; repeat++) {
      for (INDArray batch : batches) {
        examples += network.outputSingle(batch).size(0);
      }
    }
    return "{\"examples\": %d, \"wallNanos\": %d, \"cpuNanos\": %d}"
        .formatted(examples, System.nanoTime() - wall, threads.getCurrentThreadCpuTime() - cpu);
  }

  private String answers(String file) throws IOException {
    warmUp();
    long columns = 0;
    try (FileChannel channel =
        FileChannel.open(Path.of(file), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      for (INDArray batch : batches) {
        INDArray output = network.outputSingle(batch);
        columns = output.size(1);
        float[] values = output.dup('c').data().asFloat();
        ByteBuffer bytes =
            ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.nativeOrder());
        bytes.asFloatBuffer().put(values);
        channel.write(bytes);
      }
    }
    return Files.size(Path.of(file)) == 0 ? "{}" : "{\"columns\": " + columns + "}";
  }
}
