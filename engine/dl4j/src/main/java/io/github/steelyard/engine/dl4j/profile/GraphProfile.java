package io.github.steelyard.engine.dl4j.profile;

import io.github.steelyard.engine.data.Shape;
import io.github.steelyard.engine.dl4j.file.GraphCopy;
import io.github.steelyard.engine.dl4j.file.ModelNotes;
import io.github.steelyard.engine.dl4j.file.NetworkPlan;
import io.github.steelyard.engine.inference.UnusableModelException;
import io.github.steelyard.engine.inference.profile.ModelProfile;
import java.util.LinkedHashMap;
import java.util.Map;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;

/** The profile of a network that is only a configuration yet. */
public final class GraphProfile {
  private static final long NO_FILE = 0;

  private GraphProfile() {}

  /**
   * Counts a network without allocating its weights.
   *
   * @param inputs shapes of one example, by the network's input names, channels first
   * @throws IllegalArgumentException when its layers do not fit the inputs
   */
  public static ModelProfile of(
      ComputationGraphConfiguration configuration, Map<String, Shape> inputs) {
    Map<String, ModelNotes.Input> noted = new LinkedHashMap<>();
    inputs.forEach((name, shape) -> noted.put(name, new ModelNotes.Input(shape, false)));
    try {
      // A plan writes into its configuration.
      NetworkPlan plan = NetworkPlan.of(GraphCopy.of(configuration));
      ModelNotes notes = new ModelNotes(plan.format(), noted);
      return ProfileBuilder.build(
          plan, plan.format(), InputPorts.of(plan, notes, Map.of()), NO_FILE);
    } catch (UnusableModelException e) {
      throw new IllegalArgumentException("Cannot count the network: " + e.getMessage(), e);
    }
  }
}
