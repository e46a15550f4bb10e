package io.github.steelyard.jobs.compare;

import io.github.steelyard.jobs.progress.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.util.LongAccumulator;
import scala.Tuple2;

/**
 * Counts what all pairs of models have in common, on all splits, in one Spark job: each part of the
 * outcomes is read once, those of one split side by side, without a shuffle of rows.
 */
final class JointPass {
  /** Reads of parts for each core: enough to even out, few enough that states are merged early. */
  private static final int TASKS_FOR_EACH_CORE = 4;

  private final JavaSparkContext spark;

  JointPass(JavaSparkContext spark) {
    this.spark = spark;
  }

  /** What came of each place, in the places' order. */
  List<JointScore> run(List<ComparedPlace> places) {
    List<JointTask.Work> work = new ArrayList<>();
    for (int place = 0; place < places.size(); place++) {
      int parts = places.get(place).units().get(0).split().parts();
      for (int part = 0; part < parts; part++) {
        work.add(new JointTask.Work(place, part));
      }
    }
    if (work.isEmpty()) {
      return List.of();
    }
    LongAccumulator partsDone = spark.sc().longAccumulator("parts");
    JointTask task = new JointTask(places, work, spark.hadoopConfiguration(), partsDone);
    int slices = Math.min(work.size(), TASKS_FOR_EACH_CORE * spark.defaultParallelism());
    spark.setJobGroup(CompareStage.JOB_GROUP, "comparisons on " + places.size() + " splits", true);
    try (Progress progress =
        new Progress("compare", "parts", work.size(), partsDone::value, null)) {
      List<Tuple2<Integer, byte[]>> merged =
          new ArrayList<>(
              spark
                  .parallelize(IntStream.range(0, work.size()).boxed().toList(), slices)
                  .mapPartitionsToPair(task::run)
                  .groupByKey()
                  .mapToPair(task::merge)
                  .collect());
      merged.sort((a, b) -> Integer.compare(a._1(), b._1()));
      return merged.stream()
          .map(state -> JointScore.read(places.get(state._1()), state._2()))
          .toList();
    } finally {
      spark.clearJobGroup();
    }
  }
}
