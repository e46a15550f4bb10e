package io.github.steelyard.engine.dl4j;

import io.github.steelyard.engine.data.TensorSpec;
import io.github.steelyard.engine.dl4j.backend.Dl4jBackend;
import io.github.steelyard.engine.dl4j.forward.check.SeededExamples;
import io.github.steelyard.engine.dl4j.profile.InputPort;
import io.github.steelyard.engine.dl4j.samediff.SameDiffCheck;
import io.github.steelyard.engine.inference.InferenceEngine;
import io.github.steelyard.engine.inference.LoadedModel;
import io.github.steelyard.engine.inference.OpenEngines;
import io.github.steelyard.engine.inference.device.Placement;
import io.github.steelyard.engine.inference.profile.ModelProfile;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.nd4j.linalg.api.ndarray.INDArray;

/** One set of weights, which the graphs of all engines look into. */
final class SameDiffLoadedModel implements LoadedModel {
  private final String name;
  private final Supplier<? extends SameDiffCheck.Run> graphs;
  private final List<InputPort> inputs;
  private final ModelProfile profile;
  private final SameDiffCheck check;
  private final OpenEngines engines;

  /**
   * @param graphs gives the graph for one thread
   * @param free frees the weights
   */
  SameDiffLoadedModel(
      String name,
      Supplier<? extends SameDiffCheck.Run> graphs,
      List<InputPort> inputs,
      ModelProfile profile,
      Runnable free) {
    this.name = name;
    this.graphs = graphs;
    this.inputs = List.copyOf(inputs);
    this.profile = profile;
    this.engines = new OpenEngines(name, free);
    this.check = Dl4jBackend.start().oneDnn() ? check() : SameDiffCheck.NONE;
  }

  private SameDiffCheck check() {
    SeededExamples seeded = new SeededExamples();
    INDArray[] examples =
        inputs.stream().map(port -> seeded.numbers(port.spec().shape())).toArray(INDArray[]::new);
    try {
      return SameDiffCheck.of(outputs(), graphs, examples);
    } finally {
      Arrays.stream(examples).forEach(INDArray::close);
    }
  }

  private List<String> outputs() {
    return profile.outputs().stream().map(TensorSpec::name).toList();
  }

  @Override
  public List<String> notes() {
    return check.notes();
  }

  @Override
  public ModelProfile profile() {
    return profile;
  }

  @Override
  public InferenceEngine newEngine() {
    return engines.open(
        whenClosed ->
            new Dl4jEngine(
                name,
                Placement.REFERENCE,
                new LayeredForward(Placement.REFERENCE, check.applied(graphs.get())::run, inputs),
                inputs,
                outputs(),
                whenClosed));
  }

  @Override
  public void close() {
    engines.close();
  }
}
