package io.github.steelyard.jobs.evaluate.score;

import io.github.steelyard.datasets.slice.DefinedSlices;
import io.github.steelyard.engine.metric.Metric;
import io.github.steelyard.engine.metric.MetricSettings;
import io.github.steelyard.engine.metric.Metrics;
import io.github.steelyard.jobs.evaluate.unit.Unit;
import io.github.steelyard.jobs.progress.Progress;
import io.github.steelyard.jobs.spark.SharedConfiguration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.util.LongAccumulator;
import scala.Tuple2;

/**
 * Computes all metrics of all slices of all units from the stored outcomes, in one Spark job: each
 * part of the examples is read once, every unit's outcomes are read beside it, and what comes back
 * are the mergeable states.
 */
public final class ScoreStage {
  /** The Spark job group of this stage. */
  static final String JOB_GROUP = "steelyard-score";

  /** Enough to even out; each one fills states of its own, which takes a while. */
  private static final int TASKS_FOR_EACH_CORE = 2;

  private final JavaSparkContext spark;
  private final DefinedSlices slices;

  public ScoreStage(JavaSparkContext spark, DefinedSlices slices) {
    this.spark = spark;
    this.slices = slices;
  }

  /** What came of each unit, in the units' order. */
  public List<UnitScore> run(List<Unit> units) {
    List<ScoreTask.Work> work = work(units);
    if (work.isEmpty()) {
      return List.of();
    }
    LongAccumulator partsDone = spark.sc().longAccumulator("parts");
    LongAccumulator rowsDone = spark.sc().longAccumulator("rows");
    ScoreTask task =
        new ScoreTask(units, slices, SharedConfiguration.of(spark), work, partsDone, rowsDone);
    int tasks = Math.min(work.size(), TASKS_FOR_EACH_CORE * spark.defaultParallelism());
    spark.setJobGroup(JOB_GROUP, "metrics of " + units.size() + " units", true);
    try (Progress progress =
        new Progress("score", "parts", work.size(), partsDone::value, rowsDone::value)) {
      List<Tuple2<Integer, byte[]>> merged =
          spark
              .parallelize(IntStream.range(0, work.size()).boxed().toList(), tasks)
              .mapPartitionsToPair(task::run)
              .groupByKey()
              .mapToPair(task::merge)
              .collect();
      return scores(units, new ArrayList<>(merged));
    } finally {
      spark.clearJobGroup();
    }
  }

  /** One piece of work for each part of each split, with all units that have it. */
  private static List<ScoreTask.Work> work(List<Unit> units) {
    Map<String, List<Integer>> bySplit = new TreeMap<>();
    for (int index = 0; index < units.size(); index++) {
      bySplit
          .computeIfAbsent(units.get(index).split().folder(), unused -> new ArrayList<>())
          .add(index);
    }
    List<ScoreTask.Work> work = new ArrayList<>();
    for (List<Integer> sharing : bySplit.values()) {
      int parts = units.get(sharing.get(0)).split().parts();
      for (int part = 0; part < parts; part++) {
        work.add(new ScoreTask.Work(part, sharing));
      }
    }
    return work;
  }

  private static List<UnitScore> scores(List<Unit> units, List<Tuple2<Integer, byte[]>> states) {
    states.sort((a, b) -> Integer.compare(a._1(), b._1()));
    return states.stream().map(state -> UnitScore.read(units.get(state._1()), state._2())).toList();
  }

  public static List<Metric> metrics(Unit unit) {
    return unit.metrics().isEmpty()
        ? Metrics.of(unit.task())
        : Metrics.of(unit.task(), unit.metrics());
  }

  public static MetricSettings settings(Unit unit) {
    return new MetricSettings(unit.split().labels(), unit.clustered(), unit.binary());
  }
}
