package io.github.steelyard.engine.dl4j.keras;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.nd4j.shade.jackson.databind.JsonNode;
import org.nd4j.shade.jackson.databind.node.ArrayNode;
import org.nd4j.shade.jackson.databind.node.DoubleNode;
import org.nd4j.shade.jackson.databind.node.NullNode;
import org.nd4j.shade.jackson.databind.node.ObjectNode;

/**
 * One layer's settings, from Keras 3's to Keras 2's. What only training needs is dropped: the
 * importer would otherwise stumble over it, or draw random weights that are overwritten anyway.
 */
final class LayerSettings {
  static final String CHANNELS_FIRST = "channels_first";

  /** Numbers that the importer wants with a point. */
  private static final Set<String> REALS =
      Set.of("max_value", "negative_slope", "threshold", "alpha", "epsilon", "momentum", "rate");

  private static final Set<String> FLAGS_TO_REFUSE = Set.of("keepdims", "go_backwards", "renorm");

  private final String name;
  private final String kind;
  private final ObjectNode config;
  private final boolean keras3;

  LayerSettings(String name, String kind, ObjectNode config, boolean keras3) {
    this.name = name;
    this.kind = kind;
    this.config = config;
    this.keras3 = keras3;
  }

  void translate() throws KerasFormatException {
    List<String> keys = new ArrayList<>();
    config.fieldNames().forEachRemaining(keys::add);
    for (String key : keys) {
      JsonNode value = config.get(key);
      if (key.endsWith("_initializer")) {
        config.putObject(key).put("class_name", "Zeros").putObject("config");
      } else if (key.endsWith("_regularizer") || key.endsWith("_constraint")) {
        config.set(key, NullNode.instance);
      } else if (key.equals("activation") || key.equals("recurrent_activation")) {
        config.put(key, activation(key, value));
      } else if (key.equals("dtype") && value.isObject()) {
        config.put(key, floatType(value));
      } else if (REALS.contains(key) && value.isInt()) {
        config.set(key, DoubleNode.valueOf(value.asDouble()));
      }
    }
    if (config.has("batch_shape")) {
      config.set("batch_input_shape", config.remove("batch_shape"));
    }
    if (kind.equals("LeakyReLU") && config.has("negative_slope")) {
      config.set("alpha", config.remove("negative_slope"));
    }
    if (kind.equals("Embedding") && !config.has("input_length")) {
      config.set("input_length", NullNode.instance);
    }
    refuseWhatWouldBeIgnored();
  }

  /** The importer would leave these out of the network without a word. */
  private void refuseWhatWouldBeIgnored() throws KerasFormatException {
    for (String flag : FLAGS_TO_REFUSE) {
      if (config.path(flag).asBoolean(false)) {
        throw unusable("sets " + flag);
      }
    }
    if (config.path("groups").asInt(1) != 1) {
      throw unusable("has " + config.path("groups") + " groups");
    }
    if (kind.equals("Softmax") && config.path("axis").asInt(-1) != -1) {
      throw unusable("runs along axis " + config.path("axis"));
    }
  }

  private String activation(String key, JsonNode value) throws KerasFormatException {
    String function = value.isNull() ? "linear" : value.asText();
    if (!value.isNull() && !value.isTextual()) {
      throw unusable("has an " + key.replace('_', ' ') + " of its own: " + value);
    }
    // x / 6 + 0.5 since Keras 3, 0.2 x + 0.5 before; Deeplearning4j has the latter alone.
    if (keras3 && function.equals("hard_sigmoid")) {
      throw unusable("has Keras 3's hard_sigmoid");
    }
    return function.equals("silu") ? "swish" : function;
  }

  private String floatType(JsonNode policy) throws KerasFormatException {
    if (!policy.path("class_name").asText().equals("DTypePolicy")) {
      throw unusable("is of the type " + policy.path("class_name").asText());
    }
    return policy.path("config").path("name").asText("float32");
  }

  private KerasFormatException unusable(String what) {
    return new KerasFormatException(
        "its layer '" + name + "' (" + kind + ") " + what + ", which Deeplearning4j has not");
  }

  /** A batch of any size; dimensions that the file leaves open as the suite says them. */
  static void openBatch(ObjectNode config, int[] given) {
    JsonNode shape = config.path("batch_input_shape");
    if (shape.isArray() && !shape.isEmpty()) {
      ArrayNode opened = (ArrayNode) shape;
      opened.set(0, NullNode.instance);
      for (int i = 1; i < opened.size() && given.length == opened.size() - 1; i++) {
        if (opened.get(i).isNull()) {
          opened.set(i, opened.numberNode(given[i - 1]));
        }
      }
    }
  }
}
