package io.github.steelyard.jobs.train;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;

/**
 * What a task says of one training. It travels as JSON, because Spark's Kryo cannot carry records.
 *
 * @param lastLoss mean training loss of the last epoch
 * @param problem one sentence, or null where the model was written
 */
record TrainOutcome(
    String model, long parameters, double lastLoss, double seconds, @Nullable String problem) {
  private static final ObjectMapper JSON = new ObjectMapper();

  static TrainOutcome failed(String model, String problem) {
    return new TrainOutcome(model, 0, 0, 0, problem);
  }

  String json() {
    try {
      return JSON.writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Cannot write " + this, e);
    }
  }

  static TrainOutcome parse(String json) {
    try {
      return JSON.readValue(json, TrainOutcome.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Cannot read " + json, e);
    }
  }
}
