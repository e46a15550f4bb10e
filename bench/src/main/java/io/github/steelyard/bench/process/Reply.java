package io.github.steelyard.bench.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.steelyard.bench.harness.NotRunException;
import io.github.steelyard.bench.harness.ratio.Measurement;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/** A line of JSON that a program prints for us. */
final class Reply {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final String program;
  private final JsonNode fields;

  private Reply(String program, JsonNode fields) {
    this.program = program;
    this.fields = fields;
  }

  /**
   * @throws NotRunException where the program says {@code {"notRun": "why"}}
   * @throws IOException where it says {@code {"problem": "what"}}, or no JSON
   */
  static Reply parse(String program, String line) throws IOException {
    JsonNode fields;
    try {
      fields = JSON.readTree(line);
    } catch (JsonProcessingException e) {
      throw new IOException(program + ": expected a line of JSON. Found: " + line, e);
    }
    if (fields.has("notRun")) {
      throw new NotRunException(fields.get("notRun").asText());
    }
    if (fields.has("problem")) {
      throw new IOException(program + ": " + fields.get("problem").asText());
    }
    return new Reply(program, fields);
  }

  /** {@code {"examples": 4, "wallNanos": ..., "cpuNanos": ..., "figures": {...}}}. */
  Measurement measurement(long elapsedNanos) throws IOException {
    Map<String, Double> figures = new TreeMap<>();
    for (Map.Entry<String, JsonNode> figure : fields.path("figures").properties()) {
      figures.put(figure.getKey(), figure.getValue().asDouble());
    }
    try {
      return new Measurement(
          fields.path("examples").asLong(1),
          fields.path("wallNanos").asLong(elapsedNanos),
          fields.path("cpuNanos").asLong(Measurement.UNKNOWN),
          figures);
    } catch (IllegalArgumentException e) {
      throw new IOException(program + ": " + e.getMessage(), e);
    }
  }

  /** 0 where there are no answers. */
  int columns() {
    return fields.path("columns").asInt(0);
  }
}
