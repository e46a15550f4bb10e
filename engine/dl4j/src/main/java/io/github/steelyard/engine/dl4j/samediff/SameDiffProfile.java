package io.github.steelyard.engine.dl4j.samediff;

import io.github.steelyard.engine.data.Shape;
import io.github.steelyard.engine.data.TensorSpec;
import io.github.steelyard.engine.data.TensorType;
import io.github.steelyard.engine.inference.profile.LayerProfile;
import io.github.steelyard.engine.inference.profile.ModelProfile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.autodiff.samediff.internal.SameDiffOp;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Runs a graph on two examples of zeros, which shows whether it runs and what its shapes are. */
public final class SameDiffProfile {
  public static final String FORMAT = "samediff";

  /** One could be an extent of its own; two is seldom anything but the batch. */
  private static final int EXAMPLES = 2;

  private static final long[] NOWHERE = {};

  private SameDiffProfile() {}

  /**
   * Profiles a graph.
   *
   * @param inputs shapes of one example, without open extents, in the graph's order
   */
  public static ModelProfile of(SameDiffGraph graph, List<TensorSpec> inputs, long fileBytes)
      throws SameDiffException {
    SameDiff instance = graph.instance();
    Map<String, long[]> shapes = new HashMap<>();
    List<LayerProfile> layers = new ArrayList<>();
    trace(graph, instance, inputs, shapes);
    GraphCosts costs = new GraphCosts(graph.weights(), shapes, EXAMPLES);
    for (SameDiffOp operation : operations(graph, instance)) {
      layers.add(costs.layer(operation));
    }
    List<TensorSpec> outputs = new ArrayList<>();
    for (String name : graph.outputs()) {
      outputs.add(
          new TensorSpec(
              name, TensorType.FLOAT32, output(name, shapes.getOrDefault(name, NOWHERE))));
    }
    long weightBytes =
        graph.weights().entrySet().stream()
            .filter(weight -> graph.needs(weight.getKey()))
            .map(Map.Entry::getValue)
            .filter(GraphCosts::isParameter)
            .mapToLong(array -> array.length() * array.dataType().width())
            .sum();
    return new ModelProfile(FORMAT, inputs, outputs, layers, weightBytes, fileBytes);
  }

  private static List<SameDiffOp> operations(SameDiffGraph graph, SameDiff instance) {
    return instance.getOps().values().stream()
        .filter(operation -> graph.operations().contains(operation.getName()))
        .toList();
  }

  private static void trace(
      SameDiffGraph graph, SameDiff instance, List<TensorSpec> inputs, Map<String, long[]> shapes)
      throws SameDiffException {
    INDArray[] zeros =
        inputs.stream()
            .map(input -> Nd4j.zeros(DataType.FLOAT, input.shape().batched(EXAMPLES).toArray()))
            .toArray(INDArray[]::new);
    List<String> wanted = new ArrayList<>();
    for (SameDiffOp operation : operations(graph, instance)) {
      wanted.addAll(operation.getOutputsOfOp());
    }
    for (int i = 0; i < zeros.length; i++) {
      shapes.put(inputs.get(i).name(), zeros[i].shape());
    }
    try {
      SameDiffSession session = new SameDiffSession(instance, graph.inputs(), graph.outputs());
      session.run(zeros, wanted).forEach((name, array) -> shapes.put(name, array.shape()));
    } catch (RuntimeException | LinkageError e) {
      throw new SameDiffException(
          "ND4J cannot run it on a batch of "
              + EXAMPLES
              + " ("
              + SameDiffGraph.firstLine(e)
              + "): expected a graph for batches of any size",
          e);
    }
  }

  private static Shape output(String name, long[] shape) throws SameDiffException {
    if (shape.length < 2 || shape[0] != EXAMPLES) {
      throw new SameDiffException(
          "its output '"
              + name
              + "' has the shape "
              + Arrays.toString(shape)
              + " for "
              + EXAMPLES
              + " examples: expected one row for each");
    }
    return Shape.of(Arrays.copyOfRange(shape, 1, shape.length));
  }
}
