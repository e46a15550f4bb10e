package io.github.steelyard.jobs.evaluate.score;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.steelyard.engine.problem.Sentences;
import io.github.steelyard.engine.task.Agreement;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * What a task says of one part of a pair of models. It travels as JSON, because Spark's Kryo cannot
 * carry records.
 *
 * @param pair its index
 * @param agreement the counts, their bytes in Base64; empty where there is a problem
 * @param problem one sentence, or null where the part was compared
 * @param cause the class of what was thrown, or null
 */
record AgreementPart(
    int pair, int part, String agreement, @Nullable String problem, @Nullable String cause) {
  private static final ObjectMapper JSON = new ObjectMapper();

  static AgreementPart of(int pair, int part, Agreement agreement) {
    return new AgreementPart(
        pair, part, Base64.getEncoder().encodeToString(agreement.bytes()), null, null);
  }

  static AgreementPart failed(int pair, int part, Throwable problem) {
    return new AgreementPart(pair, part, "", Sentences.of(problem), problem.getClass().getName());
  }

  Agreement read() {
    return Agreement.read(Base64.getDecoder().decode(agreement));
  }

  String json() {
    try {
      return JSON.writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Cannot write part " + part + " of pair " + pair, e);
    }
  }

  static AgreementPart parse(String json) {
    try {
      return JSON.readValue(json, AgreementPart.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Cannot read " + json, e);
    }
  }
}
