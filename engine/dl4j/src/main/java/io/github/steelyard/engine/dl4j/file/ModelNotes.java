package io.github.steelyard.engine.dl4j.file;

import io.github.steelyard.engine.data.Shape;
import io.github.steelyard.engine.inference.UnusableModelException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nd4j.shade.jackson.core.JsonProcessingException;
import org.nd4j.shade.jackson.databind.JsonNode;
import org.nd4j.shade.jackson.databind.ObjectMapper;
import org.nd4j.shade.jackson.databind.node.ArrayNode;
import org.nd4j.shade.jackson.databind.node.ObjectNode;

/**
 * What a Deeplearning4j zip does not say itself and Steelyard keeps beside it, in {@code
 * steelyard.json}.
 *
 * @param format what the file was before: {@code keras-h5}, {@code keras-zip}; or {@code
 *     dl4j-multilayer}
 * @param inputs of one example, by name, in the network's order
 */
public record ModelNotes(String format, Map<String, Input> inputs) {
  public static final String KERAS = "keras-h5";
  public static final String KERAS_ZIP = "keras-zip";
  static final String MULTILAYER = "dl4j-multilayer";
  static final String GRAPH = "dl4j-graph";

  private static final List<String> FORMATS = List.of(KERAS, KERAS_ZIP, MULTILAYER, GRAPH);
  private static final int MOST_INPUTS = 1000;
  private static final int MOST_DIMENSIONS = 4;

  /**
   * What one input of the network takes.
   *
   * @param shape of one example
   * @param channelsLast whether features come after height, width or time
   */
  public record Input(Shape shape, boolean channelsLast) {}

  public ModelNotes {
    inputs = new LinkedHashMap<>(inputs);
  }

  byte[] toJson() {
    ObjectNode root = new ObjectMapper().createObjectNode();
    root.put("format", format);
    ArrayNode list = root.putArray("inputs");
    inputs.forEach(
        (name, input) -> {
          ObjectNode node = list.addObject().put("name", name);
          ArrayNode extents = node.putArray("shape");
          input.shape().extents().forEach(extents::add);
          node.put("channelsLast", input.channelsLast());
        });
    return root.toString().getBytes(StandardCharsets.UTF_8);
  }

  static ModelNotes parse(byte[] json) throws UnusableModelException {
    JsonNode root;
    try {
      root = new ObjectMapper().readTree(new String(json, StandardCharsets.UTF_8));
    } catch (JsonProcessingException e) {
      throw new UnusableModelException("its steelyard.json is not JSON", e);
    }
    String format = root.path("format").asText();
    JsonNode list = root.path("inputs");
    if (!FORMATS.contains(format) || !list.isArray() || !(list.size() <= MOST_INPUTS)) {
      throw new UnusableModelException("its steelyard.json was not written by Steelyard");
    }
    Map<String, Input> inputs = new LinkedHashMap<>();
    for (JsonNode node : list) {
      inputs.put(
          node.path("name").asText(),
          new Input(shape(node.path("shape")), node.path("channelsLast").asBoolean()));
    }
    return new ModelNotes(format, inputs);
  }

  private static Shape shape(JsonNode extents) throws UnusableModelException {
    List<Long> values = new ArrayList<>();
    for (JsonNode extent : extents) {
      long value = extent.asLong();
      if (!(value >= 1 && value <= Integer.MAX_VALUE)) {
        throw new UnusableModelException("its steelyard.json has an input extent of " + extent);
      }
      values.add(value);
    }
    if (!(values.size() >= 1 && values.size() <= MOST_DIMENSIONS)) {
      throw new UnusableModelException("its steelyard.json has an input shape of " + extents);
    }
    return new Shape(values);
  }
}
