package io.github.steelyard.jobs.evaluate.predict;

import io.github.steelyard.datasets.prepare.SparkFailures;
import io.github.steelyard.datasets.shift.InputSpread;
import io.github.steelyard.datasets.shift.ShiftLevel;
import io.github.steelyard.engine.problem.Sentences;
import io.github.steelyard.jobs.evaluate.unit.PartOutcome;
import io.github.steelyard.jobs.evaluate.unit.Unit;
import io.github.steelyard.jobs.evaluate.unit.UnitOutcome;
import io.github.steelyard.jobs.progress.Progress;
import io.github.steelyard.jobs.spark.PartFiles;
import io.github.steelyard.reports.run.unit.FailureStage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.LongAccumulator;
import org.apache.spark.util.SerializableConfiguration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fills the prediction cache: finds the parts that are missing, and computes them, many models over
 * one reading of the data. A part that is there is never computed again.
 */
public final class PredictStage {
  /** The Spark job group of this stage; whoever counts its tasks looks for it. */
  public static final String JOB_GROUP = "steelyard-predict";

  private static final Logger LOG = LoggerFactory.getLogger(PredictStage.class);

  private final JavaSparkContext spark;

  /** Of an application that runs. */
  public PredictStage(JavaSparkContext spark) {
    this.spark = spark;
  }

  /** What became of each unit, in the units' order. */
  public List<UnitOutcome> run(List<Unit> units) {
    List<UnitOutcome> outcomes = units.stream().map(UnitOutcome::new).toList();
    List<PredictTask.Work> work = missing(units, outcomes);
    if (!work.isEmpty()) {
      spark.setJobGroup(JOB_GROUP, "predictions of " + units.size() + " units", true);
      try {
        compute(units, work, outcomes);
      } finally {
        spark.clearJobGroup();
      }
    }
    return outcomes;
  }

  private List<PredictTask.Work> missing(List<Unit> units, List<UnitOutcome> outcomes) {
    Configuration configuration = spark.hadoopConfiguration();
    // Data set with shift, and part -> the units that lack it: they share one reading.
    Map<List<Object>, Map<Integer, List<Integer>>> lacking = new LinkedHashMap<>();
    for (int index = 0; index < units.size(); index++) {
      Unit unit = units.get(index);
      BitSet present = present(unit, configuration);
      outcomes.get(index).cached(present.cardinality());
      Map<Integer, List<Integer>> parts =
          lacking.computeIfAbsent(inputs(unit), unused -> new TreeMap<>());
      for (int part = 0; part < unit.split().parts(); part++) {
        if (!present.get(part)) {
          parts.computeIfAbsent(part, unused -> new ArrayList<>()).add(index);
        }
      }
    }
    return ModelGroups.of(lacking.values(), units, spark.defaultParallelism());
  }

  private static List<Object> inputs(Unit unit) {
    return List.of(unit.split().folder(), Optional.ofNullable(unit.shift()));
  }

  private static BitSet present(Unit unit, Configuration configuration) {
    try {
      BitSet parts = PartFiles.present(unit.folder(), configuration);
      parts.clear(unit.split().parts(), Math.max(unit.split().parts(), parts.length()));
      return parts;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list " + unit.folder(), e);
    }
  }

  private void compute(List<Unit> units, List<PredictTask.Work> work, List<UnitOutcome> outcomes) {
    long parts = work.stream().mapToLong(item -> item.units().size()).sum();
    LongAccumulator partsDone = spark.sc().longAccumulator("parts");
    LongAccumulator examplesDone = spark.sc().longAccumulator("examples");
    // A task that brought its own copy would take longer to unpack it than a small part takes.
    Broadcast<SerializableConfiguration> configuration =
        spark.broadcast(new SerializableConfiguration(spark.hadoopConfiguration()));
    PredictTask task =
        new PredictTask(units, spreads(units, work), configuration, partsDone, examplesDone);
    try (Progress progress =
        new Progress("predict", "parts", parts, partsDone::value, examplesDone::value)) {
      try {
        collect(task, work, outcomes);
      } catch (Exception e) {
        // A task died with its executor. One model for each task tells which one it was.
        computeAlone(task, units, outcomes);
      }
    } finally {
      configuration.destroy();
    }
  }

  /**
   * Of the splits whose inputs are to be shifted by what depends on it. Where inputs cannot be read
   * there is none, and those units fail.
   */
  private Map<String, InputSpread> spreads(List<Unit> units, List<PredictTask.Work> work) {
    Map<String, InputSpread> spreads = new TreeMap<>();
    for (PredictTask.Work item : work) {
      Unit unit = units.get(item.units().get(0));
      ShiftLevel shift = unit.shift();
      if (shift != null && shift.needsSpread()) {
        try {
          spreads.computeIfAbsent(
              unit.split().folder(), unused -> InputSpread.measure(spark, unit.split()));
        } catch (Exception e) {
          LOG.warn("Cannot look at the inputs of {}: {}", unit, Sentences.reason(e));
        }
      }
    }
    return spreads;
  }

  private void collect(PredictTask task, List<PredictTask.Work> work, List<UnitOutcome> outcomes) {
    List<String> results =
        spark
            .parallelize(IntStream.range(0, work.size()).boxed().toList(), work.size())
            .flatMap(index -> task.run(work.get(index)).iterator())
            .collect();
    for (String result : results) {
      PartOutcome outcome = PartOutcome.parse(result);
      outcomes.get(outcome.unit()).add(outcome);
    }
  }

  /** What a task says of the data is theirs; a task that says nothing has died. */
  private static String sentence(Unit unit, Exception e) {
    return SparkFailures.badInput(e)
        .map(Sentences::of)
        .orElseGet(
            () ->
                "Model '"
                    + unit.model().name()
                    + "': ended the process that ran it ("
                    + Sentences.reason(e)
                    + ")");
  }

  private void computeAlone(PredictTask task, List<Unit> units, List<UnitOutcome> outcomes) {
    for (int index = 0; index < units.size(); index++) {
      Unit unit = units.get(index);
      BitSet present = present(unit, spark.hadoopConfiguration());
      List<PredictTask.Work> work = new ArrayList<>();
      for (int part = 0; part < unit.split().parts(); part++) {
        if (!present.get(part)) {
          work.add(new PredictTask.Work(part, List.of(index)));
        }
      }
      try {
        if (!work.isEmpty()) {
          collect(task, work, outcomes);
        }
      } catch (Exception e) {
        outcomes.get(index).failed(FailureStage.PREDICT, sentence(unit, e), e.getClass().getName());
      }
    }
  }
}
