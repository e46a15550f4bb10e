package io.github.steelyard.bench.pipeline;

import io.github.steelyard.bench.harness.Answers;
import io.github.steelyard.bench.harness.Arm;
import io.github.steelyard.bench.harness.ratio.Measurement;
import io.github.steelyard.datasets.batch.Preprocessor;
import io.github.steelyard.datasets.batch.Shard;
import io.github.steelyard.datasets.batch.ShardReader;
import io.github.steelyard.engine.data.Batch;
import io.github.steelyard.engine.inference.InferenceEngine;
import io.github.steelyard.jobs.evaluate.plan.EvaluationPlan;
import io.github.steelyard.jobs.evaluate.unit.Unit;
import io.github.steelyard.jobs.spark.ModelCache;
import io.github.steelyard.jobs.suite.settings.Suite;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.hadoop.conf.Configuration;

/** The predict stage over data that are prepared, and what it consists of. */
final class PredictArms {
  static final String PIPELINE = "pipeline";
  static final String SCAN = "scan";
  static final String BARE_LOOP = "bare-loop";

  private final Configuration configuration =
      SparkWork.session().sparkContext().hadoopConfiguration();
  private final Unit unit;

  private PredictArms(EvaluationPlan plan) {
    this.unit = plan.units().get(0);
  }

  /** Of a suite of one model on one split. */
  static Arm open(String arm, Suite suite, Path out) throws IOException {
    EvaluationPlan plan = plan(suite, out);
    PredictArms arms = new PredictArms(plan);
    return switch (arm) {
      case PIPELINE -> new PredictStageArm(plan.units(), out.resolve("predictions"));
      case SCAN -> arms.new Scan();
      default -> arms.new BareLoop();
    };
  }

  /** Of a suite all of whose models and splits are there. */
  static EvaluationPlan plan(Suite suite, Path out) throws IOException {
    EvaluationPlan plan =
        EvaluationPlan.prepared(SparkWork.session(), suite, SparkWork.options(out));
    if (!plan.failures().isEmpty()) {
      throw new IOException(plan.failures().get(0).message());
    }
    return plan;
  }

  /** What a thread does with a shard. */
  private interface Step {
    void run(int thread, Shard shard) throws IOException;
  }

  private void scan(Threads threads, BufferAllocator allocator, Step step) throws IOException {
    threads.run(
        thread -> {
          for (int part = thread; part < unit.split().parts(); part += SparkWork.THREADS) {
            try (ShardReader reader =
                new ShardReader(unit.split(), part, configuration, allocator)) {
              while (reader.hasNext()) {
                try (Shard shard = reader.next()) {
                  step.run(thread, shard);
                }
              }
            }
          }
        });
  }

  /** All shards are read, and nothing done with them. */
  private final class Scan implements Arm {
    private final Threads threads = new Threads();
    private final BufferAllocator allocator = new RootAllocator();

    @Override
    public Measurement round() throws IOException {
      return SparkWork.measure(
          unit.split().examples(), () -> scan(threads, allocator, (thread, shard) -> {}));
    }

    @Override
    public Answers answers() {
      return Answers.NONE;
    }

    @Override
    public void close() {
      threads.close();
      allocator.close();
    }
  }

  /** The engine alone, over batches that lie in memory. */
  private final class BareLoop implements Arm {
    private final Threads threads = new Threads();
    private final BufferAllocator allocator = new RootAllocator();
    private final List<List<Batch>> batches = new ArrayList<>();

    BareLoop() throws IOException {
      int size = unit.model().batchSize();
      Preprocessor preprocessor =
          Preprocessor.compile(
              unit.planned().preprocessing(), unit.split().type(), unit.split().shape());
      for (int thread = 0; thread < SparkWork.THREADS; thread++) {
        batches.add(new ArrayList<>());
      }
      scan(
          threads,
          allocator,
          (thread, shard) -> {
            for (int first = 0; first < shard.rows(); first += size) {
              int rows = Math.min(size, shard.rows() - first);
              batches.get(thread).add(preprocessor.batch(shard, first, rows, allocator));
            }
          });
    }

    @Override
    public Measurement round() throws IOException {
      return SparkWork.measure(unit.split().examples(), () -> threads.run(this::predict));
    }

    private void predict(int thread) {
      try (InferenceEngine engine =
          ModelCache.shared().engine(unit.planned().staged(), configuration)) {
        batches.get(thread).forEach(batch -> engine.predict(batch).close());
      }
    }

    @Override
    public Answers answers() {
      return Answers.NONE;
    }

    @Override
    public void close() {
      batches.forEach(each -> each.forEach(Batch::close));
      threads.close();
      allocator.close();
    }
  }
}
