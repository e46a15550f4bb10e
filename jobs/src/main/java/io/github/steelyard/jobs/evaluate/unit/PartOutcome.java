package io.github.steelyard.jobs.evaluate.unit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.steelyard.jobs.spark.ModelCopy;
import org.jspecify.annotations.Nullable;

/**
 * What a task says of one part of one unit. It travels as JSON, because Spark's Kryo cannot carry
 * records.
 *
 * @param unit the unit's index in the plan
 * @param inferenceNanos time inside the engine
 * @param copy of the weights that it ran on, or null where they could not be loaded
 * @param offHeapBytes most that the process was seen to hold beside the Java heap meanwhile; -1
 *     where that is unknown
 * @param problem one sentence, or null where the part was written
 * @param cause the class of what was thrown, or null
 */
public record PartOutcome(
    int unit,
    int part,
    long examples,
    long inferenceNanos,
    @Nullable ModelCopy copy,
    long offHeapBytes,
    @Nullable String problem,
    @Nullable String cause) {
  private static final ObjectMapper JSON = new ObjectMapper();

  public String json() {
    try {
      return JSON.writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Cannot write " + this, e);
    }
  }

  public static PartOutcome parse(String json) {
    try {
      return JSON.readValue(json, PartOutcome.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Cannot read " + json, e);
    }
  }
}
