package io.github.steelyard.engine.dl4j.keras;

import org.nd4j.shade.jackson.databind.JsonNode;
import org.nd4j.shade.jackson.databind.node.ArrayNode;
import org.nd4j.shade.jackson.databind.node.JsonNodeFactory;
import org.nd4j.shade.jackson.databind.node.ObjectNode;

/**
 * The links between a functional model's layers. Keras 2 lists {@code [layer, node, tensor, {}]};
 * Keras 3 writes the arguments of the layer's call, with tensors in them that name where they come
 * from.
 */
final class LayerLinks {
  private static final String NODES = "inbound_nodes";

  private LayerLinks() {}

  static void translate(ObjectNode layer, String name) throws KerasFormatException {
    JsonNode nodes = layer.path(NODES);
    if (nodes.size() > 1) {
      throw new KerasFormatException(
          "its layer '" + name + "' is used " + nodes.size() + " times, which cannot be imported");
    }
    ArrayNode translated = JsonNodeFactory.instance.arrayNode();
    if (nodes.size() == 1) {
      ArrayNode links = translated.addArray();
      collect(nodes.get(0), links, name);
      if (links.isEmpty()) {
        throw new KerasFormatException("its layer '" + name + "' does not say what it follows");
      }
    }
    layer.set(NODES, translated);
  }

  /** One link, in either way of writing: {@code ["conv", 0, 0]}. */
  static boolean isLink(JsonNode node) {
    return node.isArray() && node.size() >= 3 && node.get(0).isTextual() && node.get(1).isInt();
  }

  private static void collect(JsonNode from, ArrayNode links, String name)
      throws KerasFormatException {
    if (isLink(from)) {
      add(from, links, name);
    } else if (from.path("class_name").asText().equals("__keras_tensor__")) {
      add(from.path("config").path("keras_history"), links, name);
    } else {
      for (JsonNode inner : from) {
        collect(inner, links, name);
      }
    }
  }

  private static void add(JsonNode link, ArrayNode links, String name) throws KerasFormatException {
    if (!isLink(link) || link.get(1).asInt() != 0 || link.get(2).asInt() != 0) {
      throw new KerasFormatException(
          "its layer '"
              + name
              + "' follows another use or output than the first of a layer, which cannot be"
              + " imported");
    }
    ArrayNode plain = links.addArray();
    plain.add(link.get(0).asText()).add(0).add(0).addObject();
  }
}
