package io.github.steelyard.jobs.contamination;

import io.github.steelyard.datasets.duplicate.DuplicateMethod;
import io.github.steelyard.datasets.duplicate.DuplicateMethods;
import io.github.steelyard.datasets.prepare.PreparedSplit;
import io.github.steelyard.datasets.prepare.SparkFailures;
import io.github.steelyard.engine.problem.BadInputException;
import io.github.steelyard.engine.problem.DataException;
import io.github.steelyard.jobs.progress.Progress;
import io.github.steelyard.reports.run.suspicion.ContaminationKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.spark.api.java.JavaSparkContext;

/** Holds splits against those that models were trained on, each kind of likeness in one job. */
public final class ContaminationStage {
  /** The Spark job group of this stage. */
  static final String JOB_GROUP = "steelyard-contamination";

  private final JavaSparkContext spark;
  private final boolean near;

  /**
   * @param near whether examples that are nearly the same count, too
   */
  public ContaminationStage(JavaSparkContext spark, boolean near) {
    this.spark = spark;
    this.near = near;
  }

  /** What is the same in these splits; one whose inputs cannot be read fails alone. */
  public Contamination run(List<CheckedSplit> splits) {
    Contamination found = new Contamination();
    AtomicLong done = new AtomicLong();
    spark.setJobGroup(JOB_GROUP, "duplicates in " + splits.size() + " splits", true);
    try (Progress progress =
        new Progress("contamination", "splits", splits.size(), done::get, null)) {
      for (CheckedSplit checked : splits) {
        try {
          found.add(checked, look(checked));
        } catch (RuntimeException e) {
          found.fail(checked, problem(e));
        } catch (Exception e) {
          // Spark throws its checked exceptions without declaring them.
          found.fail(checked, problem(e));
        }
        done.incrementAndGet();
      }
    } finally {
      spark.clearJobGroup();
    }
    return found;
  }

  private static Exception problem(Exception e) {
    Optional<BadInputException> badInput = SparkFailures.badInput(e);
    return badInput.isPresent() ? badInput.get() : e;
  }

  /** The strongest kind first; what is the same is not nearly the same. */
  private List<Contamination.Look> look(CheckedSplit checked) {
    PreparedSplit split = checked.split();
    PreparedSplit train = checked.train();
    if (train.type() != split.type() || !train.shape().equals(split.shape())) {
      throw new DataException(
          split.dataset() + "/" + split.split(),
          "expected inputs of "
              + train.type()
              + " "
              + train.shape()
              + ", as "
              + train.split()
              + " has them, to look for duplicates. Found: "
              + split.type()
              + " "
              + split.shape());
    }
    boolean texts = near && withTexts(checked);
    List<Contamination.Look> looks = new ArrayList<>();
    DuplicateMethod exact = DuplicateMethods.exact();
    look(ContaminationKind.EXACT, exact, inputs(checked, exact), checked, looks);
    if (near) {
      DuplicateMethod nearly = DuplicateMethods.near(split.type(), split.shape());
      look(ContaminationKind.NEAR, nearly, inputs(checked, nearly), checked, looks);
    }
    if (texts) {
      DuplicateMethod text = DuplicateMethods.text();
      DuplicateSearch search = DuplicateSearch.ofTexts(checked, text, spark.hadoopConfiguration());
      look(ContaminationKind.TEXT, text, search, checked, looks);
    }
    return looks;
  }

  private static boolean withTexts(CheckedSplit checked) {
    PreparedSplit split = checked.split();
    PreparedSplit train = checked.train();
    if (split.texts() != train.texts()) {
      throw new DataException(
          split.dataset() + "/" + split.split(),
          "expected a text in both it and "
              + train.split()
              + ", or in neither, to look for duplicates. Found: one in "
              + (split.texts() ? split.split() : train.split())
              + " alone");
    }
    return split.texts();
  }

  private DuplicateSearch inputs(CheckedSplit checked, DuplicateMethod method) {
    return DuplicateSearch.ofInputs(checked, method, spark.hadoopConfiguration());
  }

  private void look(
      ContaminationKind kind,
      DuplicateMethod method,
      DuplicateSearch search,
      CheckedSplit checked,
      List<Contamination.Look> looks) {
    int parts = checked.train().parts() + checked.split().parts();
    Matches found = search.run(spark, Math.max(parts, 2 * spark.defaultParallelism()));
    looks.forEach(stronger -> found.remove(stronger.matches().firstTrain().keySet()));
    looks.add(new Contamination.Look(kind, method.name(), found));
  }
}
