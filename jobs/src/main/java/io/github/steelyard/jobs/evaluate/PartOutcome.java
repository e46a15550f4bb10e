package io.github.steelyard.jobs.evaluate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;

/**
 * What a task says of one part of one unit. It travels as JSON, because Spark's Kryo cannot carry
 * records.
 *
 * @param unit the unit's index in the plan
 * @param inferenceNanos time inside the engine
 * @param problem one sentence, or null where the part was written
 * @param cause the class of what was thrown, or null
 */
record PartOutcome(
    int unit,
    int part,
    long examples,
    long inferenceNanos,
    @Nullable String problem,
    @Nullable String cause) {
  private static final ObjectMapper JSON = new ObjectMapper();

  String json() {
    try {
      return JSON.writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Cannot write " + this, e);
    }
  }

  static PartOutcome parse(String json) {
    try {
      return JSON.readValue(json, PartOutcome.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Cannot read " + json, e);
    }
  }
}
