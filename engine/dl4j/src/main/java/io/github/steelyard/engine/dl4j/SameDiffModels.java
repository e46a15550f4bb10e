package io.github.steelyard.engine.dl4j;

import io.github.steelyard.engine.data.Shape;
import io.github.steelyard.engine.data.TensorSpec;
import io.github.steelyard.engine.data.TensorType;
import io.github.steelyard.engine.dl4j.backend.Dl4jBackend;
import io.github.steelyard.engine.dl4j.profile.InputPort;
import io.github.steelyard.engine.dl4j.profile.InputPorts;
import io.github.steelyard.engine.dl4j.samediff.SameDiffException;
import io.github.steelyard.engine.dl4j.samediff.SameDiffGraph;
import io.github.steelyard.engine.dl4j.samediff.SameDiffProfile;
import io.github.steelyard.engine.inference.LoadedModel;
import io.github.steelyard.engine.inference.ModelRef;
import io.github.steelyard.engine.inference.UnusableModelException;
import io.github.steelyard.engine.inference.profile.ModelProfile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.conf.inputs.InputType;

/** Opens SameDiff graphs. */
final class SameDiffModels {
  static final String NEWER =
      "it is a SameDiff file of a newer ND4J (.sdz, .sdnb), which ND4J "
          + Dl4jBackend.VERSION
          + " cannot read: save it with SameDiff.asFlatFile of that version, or "
          + KerasConversion.WAY_OUT;

  private SameDiffModels() {}

  static LoadedModel open(ModelRef model) throws IOException, UnusableModelException {
    Dl4jBackend.start();
    SameDiffGraph graph = null;
    try {
      graph = SameDiffGraph.read(model.path());
      List<TensorSpec> inputs = inputs(graph, model.options());
      ModelProfile profile = SameDiffProfile.of(graph, inputs, model.bytes());
      LoadedModel loaded =
          new SameDiffLoadedModel(
              model.name(),
              graph::session,
              inputs.stream().map(SameDiffModels::port).toList(),
              profile,
              graph::close);
      graph = null;
      return loaded;
    } catch (SameDiffException e) {
      throw new UnusableModelException(String.valueOf(e.getMessage()), e);
    } finally {
      if (graph != null) {
        graph.close();
      }
    }
  }

  private static List<TensorSpec> inputs(SameDiffGraph graph, Map<String, String> options)
      throws UnusableModelException {
    List<TensorSpec> inputs = new ArrayList<>();
    for (SameDiffGraph.Placeholder input : graph.inputs()) {
      String option =
          graph.inputs().size() == 1 ? InputPorts.OPTION : InputPorts.OPTION + "." + input.name();
      String given = options.get(option);
      Shape shape = given == null ? example(input, option) : InputPorts.parse(given);
      inputs.add(new TensorSpec(input.name(), TensorType.FLOAT32, shape));
    }
    return inputs;
  }

  /** The first extent is the batch's. */
  private static Shape example(SameDiffGraph.Placeholder input, String option)
      throws UnusableModelException {
    List<Long> extents = input.shape();
    if (extents.size() < 2 || extents.stream().skip(1).anyMatch(extent -> extent < 1)) {
      throw new UnusableModelException(
          "its graph does not say the whole shape of its input '"
              + input.name()
              + "': expected '"
              + option
              + "' in the suite, such as [3, 224, 224]");
    }
    return new Shape(extents.subList(1, extents.size()));
  }

  static InputPort port(TensorSpec spec) {
    // No layer asks for the type; operations of a graph leave their placeholders alone.
    return new InputPort(spec, InputType.feedForward(spec.shape().elements()), spec.shape(), false);
  }
}
