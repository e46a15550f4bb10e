package io.github.steelyard.jobs.evaluate.predict;

import io.github.steelyard.datasets.batch.Shard;
import io.github.steelyard.engine.columnar.ParquetBlockWriter;
import io.github.steelyard.engine.columnar.RowBlock;
import io.github.steelyard.engine.data.Batch;
import io.github.steelyard.engine.inference.EngineDescription;
import io.github.steelyard.engine.inference.Predictions;
import io.github.steelyard.engine.problem.BadInputException;
import io.github.steelyard.engine.problem.DataException;
import io.github.steelyard.engine.problem.ModelException;
import io.github.steelyard.engine.problem.Sentences;
import io.github.steelyard.engine.task.OutcomeReducer;
import io.github.steelyard.engine.task.Task;
import io.github.steelyard.engine.task.Tasks;
import io.github.steelyard.jobs.evaluate.unit.PartOutcome;
import io.github.steelyard.jobs.evaluate.unit.Unit;
import io.github.steelyard.jobs.spark.ModelCache;
import io.github.steelyard.jobs.spark.ModelCopy;
import io.github.steelyard.jobs.spark.PeakMemory;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One model's pass over one part: its engine, its reduction and its file. Whatever fails is kept as
 * the unit's problem, and from then on the rest is skipped.
 */
final class UnitPart implements AutoCloseable {
  /** A step that may fail for this unit alone. */
  interface Step {
    void run() throws IOException;
  }

  private static final Logger LOG = LoggerFactory.getLogger(UnitPart.class);

  private final int index;
  private final Unit unit;
  private final int part;
  private final Configuration configuration;
  private final Task task;
  private long examples;
  private long inferenceNanos;
  private @Nullable Throwable problem;
  private ModelCache.@Nullable SharedEngine engine;
  private @Nullable ModelCopy copy;
  private long offHeapBytes = -1;
  private @Nullable OutcomeReducer reducer;
  private @Nullable ParquetBlockWriter writer;
  private @Nullable RowBlock outcomes;

  UnitPart(int index, Unit unit, int part, Configuration configuration) {
    this.index = index;
    this.unit = unit;
    this.part = part;
    this.configuration = configuration;
    this.task = Tasks.named(unit.task());
  }

  Unit unit() {
    return unit;
  }

  /** Runs a step unless an earlier one failed. A broken model must not take others with it. */
  void guard(Step step) {
    if (problem == null) {
      try {
        step.run();
      } catch (IOException | RuntimeException | LinkageError | OutOfMemoryError e) {
        // Native code reports a model that does not fit beside the heap as an OutOfMemoryError.
        problem = e;
      }
    }
  }

  void open() throws IOException {
    ModelCache.SharedEngine shared =
        ModelCache.shared().engine(unit.planned().staged(), configuration);
    engine = shared;
    checkEngine(shared.description());
    copy = shared.copy();
    reducer = task.reducer(unit.settings());
    writer =
        new ParquetBlockWriter(
            new Path(unit.part(part)),
            configuration,
            task.outcomeColumns(unit.settings()),
            Map.of("steelyard.key", unit.key()));
  }

  /** The key names the driver's kernels: other ones could give other numbers under that name. */
  private void checkEngine(EngineDescription here) {
    EngineDescription planned = unit.model().engine();
    if (!here.equals(planned)) {
      throw new ModelException(
          unit.model().name(),
          "expected every machine to run it as the driver does (" + planned + "). Found: " + here);
    }
  }

  void begin(Shard shard) {
    outcomes = new RowBlock(task.outcomeColumns(unit.settings()), shard.rows());
  }

  void predict(Batch batch, Shard shard, int first) {
    long start = System.nanoTime();
    try (Predictions predictions = opened(engine).predict(batch)) {
      inferenceNanos += System.nanoTime() - start;
      reduce(predictions, shard, first, batch.size());
    }
    examples += batch.size();
  }

  private void reduce(Predictions predictions, Shard shard, int first, int size) {
    RowBlock into = opened(outcomes);
    int leftOut = shard.leftOut().nextSetBit(first);
    if (leftOut < 0 || leftOut >= first + size) {
      opened(reducer).reduce(predictions, shard.examples(), first, size, into);
      return;
    }
    try (BufferAllocator allocator = new RootAllocator();
        Predictions rest = LeftOut.without(predictions, shard.leftOut(), first, size, allocator)) {
      opened(reducer).reduce(rest, shard.examples(), first, size, into);
    }
  }

  void append() throws IOException {
    opened(writer).append(opened(outcomes));
    offHeapBytes = Math.max(offHeapBytes, PeakMemory.offHeapBytes().orElse(-1));
  }

  void publish() throws IOException {
    opened(writer).publish();
  }

  private static <T> T opened(@Nullable T resource) {
    if (resource == null) {
      throw new IllegalStateException("Cannot go on before the step that opens it");
    }
    return resource;
  }

  PartOutcome outcome() {
    Throwable failed = problem;
    return new PartOutcome(
        index,
        part,
        examples,
        inferenceNanos,
        copy,
        offHeapBytes,
        failed == null ? null : sentence(failed),
        failed == null ? null : failed.getClass().getName());
  }

  private String sentence(Throwable failed) {
    String name = "Model '" + unit.model().name() + "': ";
    if (failed instanceof ModelException || failed instanceof DataException) {
      return Sentences.of(failed);
    }
    return failed instanceof BadInputException
        ? name + Sentences.of(failed)
        : name + "cannot be run (" + Sentences.reason(failed) + ")";
  }

  /** What was published stays valid whatever closing says, so nothing is made of it. */
  @Override
  public void close() {
    for (AutoCloseable resource : List.of(closing(writer), closing(engine))) {
      try {
        resource.close();
      } catch (Exception e) {
        LOG.warn("Cannot close {}: {}", unit, Sentences.reason(e));
      }
    }
  }

  private static AutoCloseable closing(@Nullable AutoCloseable resource) {
    return resource == null ? () -> {} : resource;
  }
}
