package io.github.steelyard.jobs.spark;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.steelyard.engine.inference.EngineDescription;
import io.github.steelyard.engine.inference.EngineProvider;
import io.github.steelyard.engine.inference.device.Placement;
import io.github.steelyard.engine.inference.device.Precision;
import io.github.steelyard.engine.problem.BadInputException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.jspecify.annotations.Nullable;

/**
 * What engines can do with the executors' GPUs. The driver often has none, so an executor is asked;
 * and only when a suite wants to know.
 */
public final class ExecutorGpus {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String TASK_AMOUNT = "spark.task.resource.gpu.amount";
  private static final String EXECUTOR_AMOUNT = "spark.executor.resource.gpu.amount";

  /**
   * One of the two.
   *
   * @param refusal why not, as the end of a sentence
   */
  public record Answer(@Nullable EngineDescription description, @Nullable String refusal) {}

  private final JavaSparkContext spark;
  private final Map<String, Answer> answers = new HashMap<>();

  public ExecutorGpus(JavaSparkContext spark) {
    this.spark = spark;
  }

  /** Asks once for each engine and precision. */
  public Answer ask(String engine, Precision precision) {
    return answers.computeIfAbsent(
        engine + ", " + precision, unused -> asked(engine, Placement.gpu(0, precision)));
  }

  private Answer asked(String engine, Placement placement) {
    if (spark.isLocal()) {
      return here(engine, placement);
    }
    Optional<String> without = withoutGpus(spark.getConf(), engine);
    if (without.isPresent()) {
      return new Answer(null, without.get());
    }
    spark.setJobGroup("steelyard-gpus", "what " + engine + " can do with a GPU", true);
    try {
      // As text: Spark's Kryo cannot carry records.
      String answer =
          spark.parallelize(List.of(engine), 1).map(name -> text(here(name, placement))).first();
      return parsed(answer);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Cannot read an executor's answer", e);
    } finally {
      spark.clearJobGroup();
    }
  }

  /** Why no task of a cluster has a GPU, as the end of a sentence; empty where they have. */
  static Optional<String> withoutGpus(SparkConf settings, String engine) {
    return settings.getDouble(TASK_AMOUNT, 0) > 0
        ? Optional.empty()
        : Optional.of(
            "expected Spark to give each task a GPU ("
                + EXECUTOR_AMOUNT
                + " and "
                + TASK_AMOUNT
                + ") for engine "
                + engine
                + " on gpu. Found: "
                + TASK_AMOUNT
                + " is not set");
  }

  static String text(Answer answer) throws JsonProcessingException {
    return JSON.writeValueAsString(answer);
  }

  static Answer parsed(String text) throws JsonProcessingException {
    return JSON.readValue(text, Answer.class);
  }

  /** Of this process. */
  static Answer here(String engine, Placement planned) {
    try {
      EngineProvider provider = Engines.named(engine);
      Placement placement = TaskGpu.here(planned);
      String refusal = provider.support().refusal(placement).orElse(null);
      return refusal == null
          ? new Answer(provider.description(placement), null)
          : new Answer(null, refusal);
    } catch (BadInputException e) {
      return new Answer(null, String.valueOf(e.getMessage()));
    }
  }
}
