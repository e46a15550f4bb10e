package io.github.steelyard.engine.dl4j.layered;

import io.github.steelyard.engine.dl4j.forward.check.Difference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.deeplearning4j.nn.api.Layer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which layers of a network must do without oneDNN: those whose results differ by more than {@link
 * Difference#TOLERANCE} from the built-in ones on the same input, and output layers whose largest
 * score is another one. The outcome depends on the model and the kernels alone.
 *
 * @param disagreeing names of these layers
 * @param notes what there is to say about it, one sentence for each
 */
public record LayeredCheck(Set<String> disagreeing, List<String> notes) {
  /** Where there is nothing to hold against each other. */
  public static final LayeredCheck NONE = new LayeredCheck(Set.of(), List.of());

  private static final Logger LOG = LoggerFactory.getLogger(LayeredCheck.class);

  public LayeredCheck {
    disagreeing = Set.copyOf(disagreeing);
    notes = List.copyOf(notes);
  }

  /**
   * Runs a few examples through the network without oneDNN, and each layer with it.
   *
   * @param names of the network's nodes, in its order
   * @param outputs names of the nodes that are outputs
   * @param networks gives the same network, anew each time
   * @param examples for each input; they stay the caller's
   */
  public static LayeredCheck of(
      List<String> names,
      Set<String> outputs,
      Supplier<LayeredNetwork> networks,
      INDArray[] examples) {
    LayeredNetwork builtIn = networks.get();
    LayeredNetwork other = networks.get();
    builtIn.leaveWorkspaces();
    Map<String, ComparedLayer> layers = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      Layer layer = builtIn.layer(i, names.get(i));
      Layer twin = other.layer(i, names.get(i));
      if (layer != null && twin != null) {
        ComparedLayer compared = new ComparedLayer(layer, twin);
        builtIn.replace(i, names.get(i), compared);
        layers.put(names.get(i), compared);
      }
    }
    try {
      for (INDArray result : builtIn.run(examples)) {
        result.close();
      }
    } catch (RuntimeException | LinkageError e) {
      LOG.debug("The network does not run", e);
      return new LayeredCheck(
          Set.of(), List.of(said("oneDNN's results could not be compared with the built-in ones")));
    }
    return findings(layers, outputs);
  }

  private static LayeredCheck findings(Map<String, ComparedLayer> layers, Set<String> outputs) {
    Set<String> disagreeing = new LinkedHashSet<>();
    List<String> notes = new ArrayList<>();
    layers.forEach(
        (name, layer) -> {
          Difference difference = layer.difference();
          if (difference == null) {
            return;
          }
          boolean otherAnswer = outputs.contains(name) && !difference.sameLargest();
          if (!difference.small() || otherAnswer) {
            disagreeing.add(name);
            notes.add(said(note(name, layer, difference)));
          }
        });
    return new LayeredCheck(disagreeing, notes);
  }

  private static String note(String name, ComparedLayer layer, Difference difference) {
    return String.format(
        Locale.ROOT,
        "layer '%s': oneDNN's %s differs by %.2g from the built-in one, which runs instead",
        name,
        layer.conf().getLayer().getClass().getSimpleName(),
        difference.relative());
  }

  private static String said(String note) {
    LOG.warn(note);
    return note;
  }

  /** Takes oneDNN from the layers that disagree. */
  public void applyTo(LayeredNetwork network, List<String> names) {
    for (int i = 0; i < names.size(); i++) {
      Layer layer = network.layer(i, names.get(i));
      if (layer != null && disagreeing.contains(names.get(i))) {
        network.replace(i, names.get(i), new BuiltInLayer(layer));
      }
    }
  }
}
