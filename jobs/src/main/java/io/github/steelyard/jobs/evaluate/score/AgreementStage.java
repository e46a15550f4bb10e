package io.github.steelyard.jobs.evaluate.score;

import io.github.steelyard.engine.task.Agreement;
import io.github.steelyard.jobs.evaluate.unit.Unit;
import io.github.steelyard.jobs.progress.Progress;
import io.github.steelyard.reports.run.comparison.AgreementRow;
import io.github.steelyard.reports.run.unit.FailureRow;
import io.github.steelyard.reports.run.unit.FailureStage;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.util.LongAccumulator;

/**
 * Holds models that a suite says to be the same against each other, from the stored outcomes: equal
 * parts are read side by side, without a shuffle.
 */
public final class AgreementStage {
  /** The Spark job group of this stage. */
  static final String JOB_GROUP = "steelyard-agreement";

  /** Reads of parts for each core. */
  private static final int TASKS_FOR_EACH_CORE = 4;

  /** A model's outcomes and those it should equal, on one split. */
  record Pair(Unit unit, Unit sameAs) implements Serializable {}

  /** What came of all pairs. */
  public record Found(List<AgreementRow> rows, List<FailureRow> failures) {}

  private final JavaSparkContext spark;
  private final double tolerance;

  public AgreementStage(JavaSparkContext spark, double tolerance) {
    this.spark = spark;
    this.tolerance = tolerance;
  }

  /**
   * Compares each model with those that it should be the same as, split by split.
   *
   * @param units those that have all their predictions
   */
  public Found run(List<Unit> units) {
    List<Pair> pairs = pairs(units);
    if (pairs.isEmpty()) {
      return new Found(List.of(), List.of());
    }
    List<AgreementTask.Work> work = new ArrayList<>();
    for (int pair = 0; pair < pairs.size(); pair++) {
      for (int part = 0; part < pairs.get(pair).unit().split().parts(); part++) {
        work.add(new AgreementTask.Work(pair, part));
      }
    }
    return found(pairs, compare(pairs, work));
  }

  private List<AgreementPart> compare(List<Pair> pairs, List<AgreementTask.Work> work) {
    LongAccumulator partsDone = spark.sc().longAccumulator("parts");
    AgreementTask task = new AgreementTask(pairs, work, spark.hadoopConfiguration(), partsDone);
    int slices = Math.min(work.size(), TASKS_FOR_EACH_CORE * spark.defaultParallelism());
    spark.setJobGroup(JOB_GROUP, "agreement of " + pairs.size() + " pairs", true);
    try (Progress progress = new Progress("agree", "parts", work.size(), partsDone::value, null)) {
      // In the order of the work, so that sums are the same wherever they are computed.
      return spark
          .parallelize(IntStream.range(0, work.size()).boxed().toList(), slices)
          .map(task::run)
          .collect()
          .stream()
          .map(AgreementPart::parse)
          .toList();
    } finally {
      spark.clearJobGroup();
    }
  }

  private Found found(List<Pair> pairs, List<AgreementPart> parts) {
    List<AgreementRow> rows = new ArrayList<>();
    List<FailureRow> failures = new ArrayList<>();
    for (int index = 0; index < pairs.size(); index++) {
      int pair = index;
      List<AgreementPart> own = parts.stream().filter(part -> part.pair() == pair).toList();
      AgreementPart broken =
          own.stream().filter(part -> part.problem() != null).findFirst().orElse(null);
      if (broken == null) {
        Agreement agreement = new Agreement();
        own.forEach(part -> agreement.merge(part.read()));
        rows.add(row(pairs.get(pair), agreement));
      } else {
        failures.add(failure(pairs.get(pair), broken));
      }
    }
    return new Found(rows, failures);
  }

  private AgreementRow row(Pair pair, Agreement found) {
    return new AgreementRow(
        pair.unit().model().name(),
        pair.sameAs().model().name(),
        pair.unit().split().dataset(),
        pair.unit().split().split(),
        engine(pair.unit()),
        engine(pair.sameAs()),
        found.examples(),
        found.equalPredictions(),
        found.notCompared(),
        found.largestDifference(),
        found.meanDifference(),
        found.largestLogDifference(),
        tolerance,
        found.within(tolerance));
  }

  private static String engine(Unit unit) {
    return unit.model().engine().engine() + " " + unit.model().engine().version();
  }

  private static FailureRow failure(Pair pair, AgreementPart broken) {
    return new FailureRow(
        pair.unit().model().name(),
        pair.unit().split().dataset(),
        pair.unit().split().split(),
        null,
        FailureStage.SCORE,
        "Cannot compare with '"
            + pair.sameAs().model().name()
            + "': "
            + Objects.requireNonNull(broken.problem()),
        Objects.requireNonNull(broken.cause()));
  }

  /** Pairs of which both have all their predictions, on inputs as they are. */
  static List<Pair> pairs(List<Unit> units) {
    List<Pair> pairs = new ArrayList<>();
    List<Unit> plain = units.stream().filter(unit -> unit.shift() == null).toList();
    for (Unit unit : plain) {
      unit.model()
          .sameAs()
          .ifPresent(
              name ->
                  plain.stream()
                      .filter(other -> other.model().name().equals(name))
                      .filter(other -> other.split().folder().equals(unit.split().folder()))
                      .filter(other -> place(other).equals(place(unit)))
                      .forEach(other -> pairs.add(new Pair(unit, other))));
    }
    return pairs;
  }

  private static List<String> place(Unit unit) {
    return List.of(unit.split().dataset(), unit.split().split());
  }
}
