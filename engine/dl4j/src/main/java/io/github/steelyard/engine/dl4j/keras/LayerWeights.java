package io.github.steelyard.engine.dl4j.keras;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nd4j.shade.jackson.databind.JsonNode;

/** What Keras 2 calls the arrays of each kind of layer, in the order in which Keras makes them. */
final class LayerWeights {
  private static final List<String> KERNEL = List.of("kernel", "bias");
  private static final List<String> RECURRENT = List.of("kernel", "recurrent_kernel", "bias");

  private static final Map<String, List<String>> NAMES =
      Map.ofEntries(
          Map.entry("Dense", KERNEL),
          Map.entry("Conv1D", KERNEL),
          Map.entry("Conv2D", KERNEL),
          Map.entry("Conv3D", KERNEL),
          Map.entry("Conv2DTranspose", KERNEL),
          Map.entry("DepthwiseConv2D", List.of("depthwise_kernel", "bias")),
          Map.entry("SeparableConv2D", List.of("depthwise_kernel", "pointwise_kernel", "bias")),
          Map.entry("Embedding", List.of("embeddings")),
          Map.entry("PReLU", List.of("alpha")),
          Map.entry("LSTM", RECURRENT),
          Map.entry("SimpleRNN", RECURRENT),
          Map.entry(
              "BatchNormalization", List.of("gamma", "beta", "moving_mean", "moving_variance")));

  /** A setting that is false leaves the array of that name out. */
  private static final Map<String, String> SWITCHES =
      Map.of("bias", "use_bias", "gamma", "scale", "beta", "center");

  private static final Set<String> WRAPPERS = Set.of("Bidirectional", "TimeDistributed");

  private LayerWeights() {}

  static List<String> names(String kind, JsonNode config) {
    if (WRAPPERS.contains(kind)) {
      JsonNode inner = config.path("layer");
      List<String> names = names(inner.path("class_name").asText(), inner.path("config"));
      return kind.equals("Bidirectional") ? bothWays(names) : names;
    }
    return NAMES.getOrDefault(kind, List.of()).stream()
        .filter(name -> config.path(SWITCHES.getOrDefault(name, "")).asBoolean(true))
        .toList();
  }

  private static List<String> bothWays(List<String> names) {
    List<String> both = new ArrayList<>();
    for (String way : List.of("forward_", "backward_")) {
      names.forEach(name -> both.add(way + name));
    }
    return both;
  }
}
