package io.github.steelyard.engine.dl4j.keras;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nd4j.shade.jackson.core.JsonProcessingException;
import org.nd4j.shade.jackson.databind.JsonNode;
import org.nd4j.shade.jackson.databind.ObjectMapper;
import org.nd4j.shade.jackson.databind.node.ArrayNode;
import org.nd4j.shade.jackson.databind.node.JsonNodeFactory;
import org.nd4j.shade.jackson.databind.node.ObjectNode;

/**
 * A model's configuration as Keras 2 would have written it, from what Keras 2 or 3 wrote; see
 * keras/src/saving/serialization_lib.py and keras/src/models/functional.py.
 */
public final class KerasConfiguration {
  private static final String INPUT = "InputLayer";

  /** The kinds that the corrections for channels first know, besides those without any images. */
  private static final Set<String> KNOWN_WITH_CHANNELS_FIRST =
      Set.of(
          INPUT,
          "Conv2D",
          "DepthwiseConv2D",
          "SeparableConv2D",
          "MaxPooling2D",
          "AveragePooling2D",
          "GlobalMaxPooling2D",
          "GlobalAveragePooling2D",
          "ZeroPadding2D",
          "Cropping2D",
          "BatchNormalization",
          "Flatten",
          "Dense",
          "Activation",
          "ReLU",
          "LeakyReLU",
          "ELU",
          "Softmax",
          "Dropout",
          "SpatialDropout2D",
          "GaussianDropout",
          "GaussianNoise",
          "Add",
          "Subtract",
          "Multiply",
          "Average",
          "Maximum",
          "Concatenate");

  private final ObjectNode root;
  private final boolean sequential;
  private final boolean keras3;
  private final List<SourceLayer> layers = new ArrayList<>();
  private boolean channelsFirst;

  private KerasConfiguration(ObjectNode root, boolean keras3) {
    this.root = root;
    this.keras3 = keras3;
    this.sequential = root.path("class_name").asText().equals("Sequential");
  }

  /**
   * Translates a configuration.
   *
   * @param version of the Keras that wrote it: {@code 2.15.0}, {@code 3.8.0}
   * @param inputShape what the suite says of the input's open dimensions; empty if nothing
   */
  public static KerasConfiguration read(String json, String version, int[] inputShape)
      throws KerasFormatException {
    JsonNode root;
    try {
      root = new ObjectMapper().readTree(json);
    } catch (JsonProcessingException e) {
      throw new KerasFormatException("its configuration is not JSON", e);
    }
    String kind = root == null ? "" : root.path("class_name").asText();
    if (!Set.of("Sequential", "Functional", "Model").contains(kind)) {
      throw new KerasFormatException(
          "it is a model of the class '" + kind + "': expected Sequential or Functional");
    }
    KerasConfiguration read = new KerasConfiguration((ObjectNode) root, version.startsWith("3"));
    read.translate(inputShape);
    return read;
  }

  /** For Deeplearning4j's importer. */
  public String json() {
    return root.toString();
  }

  public boolean sequential() {
    return sequential;
  }

  /** In the order of Keras' {@code model.layers}. */
  public List<SourceLayer> layers() {
    return List.copyOf(layers);
  }

  /** Whether its images are {@code [channels, height, width]}. */
  public boolean channelsFirst() {
    return channelsFirst;
  }

  private void translate(int[] inputShape) throws KerasFormatException {
    root.put("keras_version", "2.15.0");
    root.put("backend", "tensorflow");
    JsonNode config = root.path("config");
    // Before Keras 2.2.3 a sequential model was the list of its layers.
    JsonNode list = config.isArray() ? config : config.path("layers");
    if (!list.isArray() || list.isEmpty()) {
      throw new KerasFormatException("its configuration lists no layers");
    }
    for (JsonNode layer : list) {
      channelsFirst |= first(layer.path("config"));
    }
    Map<String, Integer> used = new HashMap<>();
    for (JsonNode layer : list) {
      translateLayer(layer, used, inputShape);
    }
    if (sequential) {
      addInput((ArrayNode) list, config, inputShape);
    } else {
      ends((ObjectNode) config, "input_layers");
      ends((ObjectNode) config, "output_layers");
    }
  }

  private static boolean first(JsonNode config) {
    return config.path("data_format").asText().equals(LayerSettings.CHANNELS_FIRST);
  }

  private void translateLayer(JsonNode node, Map<String, Integer> used, int[] inputShape)
      throws KerasFormatException {
    String kind = node.path("class_name").asText();
    JsonNode config = node.path("config");
    String name = config.path("name").asText(node.path("name").asText());
    if (!config.isObject() || kind.isEmpty() || name.isEmpty()) {
      throw new KerasFormatException("its configuration has a layer without class, name or config");
    }
    checkKind(node, kind, name);
    ObjectNode layer = (ObjectNode) node;
    ObjectNode settings = (ObjectNode) config;
    settings.put("name", name);
    boolean flattensLast = first(config);
    new LayerSettings(name, kind, settings, keras3).translate();
    LayerSettings.openBatch(settings, inputShape);
    if (config.path("layer").isObject()) {
      JsonNode inner = config.path("layer");
      new LayerSettings(
              name, inner.path("class_name").asText(), (ObjectNode) inner.path("config"), keras3)
          .translate();
    }
    if (channelsFirst && (kind.equals(INPUT) || kind.equals("Flatten"))) {
      // The importer would otherwise take their images for channels last.
      settings.put("data_format", LayerSettings.CHANNELS_FIRST);
    }
    layer.remove(List.of("module", "registered_name", "build_config"));
    if (!sequential) {
      LayerLinks.translate(layer, name);
    }
    if (layers.stream().anyMatch(other -> other.name().equals(name))) {
      throw new KerasFormatException("its configuration has two layers named '" + name + "'");
    }
    String group = snakeCase(kind);
    int count = used.merge(group, 1, Integer::sum);
    layers.add(
        new SourceLayer(
            name,
            kind,
            LayerWeights.names(kind, settings),
            "layers/" + group + (count == 1 ? "" : "_" + (count - 1)),
            flattensLast));
  }

  private void checkKind(JsonNode layer, String kind, String name) throws KerasFormatException {
    if (Set.of("Sequential", "Functional", "Model").contains(kind)) {
      throw new KerasFormatException(
          "its layer '" + name + "' is a model of its own, which Deeplearning4j has not");
    }
    String registered = layer.path("registered_name").asText("");
    String module = layer.path("module").asText("keras.layers");
    boolean keras = module.startsWith("keras.layers") || module.startsWith("keras.src.layers");
    if (!keras || registered.contains(">") || kind.contains(">")) {
      throw new KerasFormatException(
          "its layer '" + name + "' (" + kind + ") is not one of Keras' own");
    }
    if (channelsFirst && !KNOWN_WITH_CHANNELS_FIRST.contains(kind)) {
      throw new KerasFormatException(
          "its layer '" + name + "' (" + kind + ") cannot be imported with channels first");
    }
  }

  /** Keras 3 may leave out the input of a sequential model and note its shape beside. */
  private static void addInput(ArrayNode list, JsonNode config, int[] inputShape) {
    JsonNode shape = config.path("build_input_shape");
    JsonNode first = list.get(0).path("config");
    if (!first.has("batch_input_shape") && shape.isArray()) {
      ((ObjectNode) first).set("batch_input_shape", shape.deepCopy());
      LayerSettings.openBatch((ObjectNode) first, inputShape);
    }
  }

  /** A single input or output need not be in a list, and a list may have names. */
  private static void ends(ObjectNode config, String key) {
    JsonNode given = config.path(key);
    if (LayerLinks.isLink(given)) {
      config.set(key, JsonNodeFactory.instance.arrayNode().add(given));
    } else if (given.isObject()) {
      ArrayNode list = JsonNodeFactory.instance.arrayNode();
      given.forEach(list::add);
      config.set(key, list);
    }
  }

  /** As keras/src/utils/naming.py does it. */
  private static String snakeCase(String kind) {
    return kind.replaceAll("\\W+", "")
        .replaceAll("(.)([A-Z][a-z]+)", "$1_$2")
        .replaceAll("([a-z])([A-Z])", "$1_$2")
        .toLowerCase(java.util.Locale.ROOT);
  }
}
