package io.github.steelyard.jobs.pass;

import io.github.steelyard.jobs.progress.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.util.LongAccumulator;
import scala.Tuple2;

/** Runs passes over stored outcomes, each one Spark job. */
public final class PassStage {
  /** Reads of parts for each core. */
  private static final int TASKS_FOR_EACH_CORE = 4;

  private final JavaSparkContext spark;
  private final String jobGroup;

  /**
   * @param jobGroup the Spark job group of its passes
   */
  public PassStage(JavaSparkContext spark, String jobGroup) {
    this.spark = spark;
    this.jobGroup = jobGroup;
  }

  /**
   * What a step counts of each unit, in the units' order.
   *
   * @param name of the pass, for progress
   * @param doing what it does, for Spark's user interface
   */
  public <U extends StoredOutcomes, S> List<S> run(
      String name, String doing, List<U> units, PartStep<U, S> step) {
    List<UnitPass.Work> work = new ArrayList<>();
    for (int unit = 0; unit < units.size(); unit++) {
      for (int part = 0; part < units.get(unit).split().parts(); part++) {
        work.add(new UnitPass.Work(unit, part));
      }
    }
    if (work.isEmpty()) {
      return List.of();
    }
    LongAccumulator partsDone = spark.sc().longAccumulator("parts");
    UnitPass<U, S> pass = new UnitPass<>(units, work, step, spark.hadoopConfiguration(), partsDone);
    int slices = Math.min(work.size(), TASKS_FOR_EACH_CORE * spark.defaultParallelism());
    spark.setJobGroup(jobGroup, doing + " of " + units.size() + " units", true);
    try (Progress progress = new Progress(name, "parts", work.size(), partsDone::value, null)) {
      List<Tuple2<Integer, byte[]>> states =
          spark
              .parallelize(IntStream.range(0, work.size()).boxed().toList(), slices)
              .mapPartitionsToPair(pass::run)
              .groupByKey()
              .mapToPair(pass::merge)
              .collect();
      Map<Integer, S> byUnit = new TreeMap<>();
      states.forEach(state -> byUnit.put(state._1(), pass.read(state._1(), state._2())));
      return List.copyOf(byUnit.values());
    } finally {
      spark.clearJobGroup();
    }
  }
}
