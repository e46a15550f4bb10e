package io.github.steelyard.engine.dl4j.samediff;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.autodiff.samediff.VariableType;
import org.nd4j.autodiff.samediff.array.SingleThreadArrayHolder;
import org.nd4j.graph.FlatGraph;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A graph and its weights, once for all threads. The operations of a SameDiff instance write into
 * themselves while they run, so each thread gets an instance of its own, made from the graph
 * without its weights, over the same arrays.
 */
public final class SameDiffGraph implements AutoCloseable {
  /**
   * An input of the graph.
   *
   * @param shape with the batch; -1 where it is open; empty where the file does not say it
   */
  public record Placeholder(String name, List<Long> shape, DataType type) {}

  private final ByteBuffer skeleton;
  private final Map<String, INDArray> weights;
  private final List<Placeholder> inputs;
  private final GraphEnds ends;

  private SameDiffGraph(
      ByteBuffer skeleton,
      Map<String, INDArray> weights,
      List<Placeholder> inputs,
      GraphEnds ends) {
    this.skeleton = skeleton;
    this.weights = weights;
    this.inputs = inputs;
    this.ends = ends;
  }

  /** Reads a file, and nothing that only training needs. */
  public static SameDiffGraph read(Path file) throws IOException, SameDiffException {
    ByteBuffer bytes = FlatGraphFile.read(file);
    FlatGraphGuard.check(FlatGraph.getRootAsFlatGraph(bytes), bytes.capacity());
    SameDiff graph;
    try {
      graph = SameDiff.fromFlatBuffers(bytes, false);
    } catch (RuntimeException | LinkageError e) {
      throw new SameDiffException(
          "ND4J 1.0.0-M2.1 cannot make its graph (" + firstLine(e) + ")", e);
    }
    GraphEnds ends = GraphEnds.of(graph);
    Map<String, INDArray> weights = new LinkedHashMap<>();
    List<Placeholder> inputs = new ArrayList<>();
    for (SDVariable variable : graph.variables()) {
      String name = variable.name();
      VariableType type = variable.getVariableType();
      if (type == VariableType.PLACEHOLDER && ends.needed().contains(name)) {
        inputs.add(new Placeholder(name, extents(variable.getShape()), variable.dataType()));
      } else if (type == VariableType.VARIABLE || type == VariableType.CONSTANT) {
        // Sessions want all of them, also those that only a loss needs.
        INDArray array = variable.getArr();
        if (array == null) {
          throw new SameDiffException("it holds no values for '" + name + "'");
        }
        weights.put(name, array);
      }
    }
    if (inputs.isEmpty()) {
      throw new SameDiffException("its graph has no input: expected a placeholder");
    }
    graph.setArrayHolders(new SingleThreadArrayHolder(), new SingleThreadArrayHolder(), false);
    return new SameDiffGraph(graph.asFlatBuffers(false), weights, inputs, ends);
  }

  public List<Placeholder> inputs() {
    return inputs;
  }

  public List<String> outputs() {
    return ends.outputs();
  }

  Set<String> operations() {
    return ends.operations();
  }

  /** Whether the outputs need a variable. */
  boolean needs(String name) {
    return ends.needed().contains(name);
  }

  /** Arrays by name; those of them that are numbers on the side have no dimensions. */
  Map<String, INDArray> weights() {
    return weights;
  }

  /** The graph for one thread. */
  SameDiff instance() {
    try {
      SameDiff graph = SameDiff.fromFlatBuffers(skeleton.duplicate(), false);
      graph.setArrayHolders(new SingleThreadArrayHolder(), new SingleThreadArrayHolder(), false);
      weights.forEach(graph::setArrayForVariable);
      return graph;
    } catch (IOException e) {
      throw new IllegalStateException("Cannot make the graph a second time", e);
    }
  }

  /** A session for one thread. */
  public SameDiffSession session() {
    return new SameDiffSession(instance(), inputs, ends.outputs());
  }

  private static List<Long> extents(long[] shape) {
    List<Long> extents = new ArrayList<>();
    for (int i = 0; shape != null && i < shape.length; i++) {
      extents.add(shape[i]);
    }
    return List.copyOf(extents);
  }

  static String firstLine(Throwable cause) {
    String message = cause.getMessage();
    return message == null || message.isBlank()
        ? cause.getClass().getSimpleName()
        : message.strip().lines().findFirst().orElse("").strip();
  }

  /** Frees the weights; sessions must not run any more. */
  @Override
  public void close() {
    for (INDArray array : weights.values()) {
      if (!array.wasClosed() && array.closeable()) {
        array.close();
      }
    }
  }
}
