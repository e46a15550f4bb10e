package io.github.steelyard.jobs.evaluate;

import io.github.steelyard.jobs.contamination.CheckedSplit;
import io.github.steelyard.jobs.contamination.Contamination;
import io.github.steelyard.jobs.contamination.ContaminationStage;
import io.github.steelyard.jobs.evaluate.plan.EvaluationPlan;
import io.github.steelyard.jobs.suite.settings.ContaminationChoice;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;

/** Looks for training examples in the other splits, where a suite names those and asks for it. */
final class Contaminations {
  private Contaminations() {}

  /** What was found; the splits' slices tell it of each example from now on. */
  static Contamination of(JavaSparkContext spark, EvaluationPlan plan, ContaminationChoice choice) {
    List<CheckedSplit> checked =
        choice == ContaminationChoice.NONE ? List.of() : checked(plan.splits());
    return checked.isEmpty()
        ? new Contamination()
        : new ContaminationStage(spark, choice == ContaminationChoice.NEAR)
            .run(checked)
            .mark(plan.slices());
  }

  private static List<CheckedSplit> checked(List<EvaluationPlan.PlannedSplit> splits) {
    List<CheckedSplit> checked = new ArrayList<>();
    for (EvaluationPlan.PlannedSplit split : splits) {
      String dataset = split.dataset().spec().name();
      String trainSplit = split.dataset().trainSplit().orElse(split.spec().name());
      if (!trainSplit.equals(split.spec().name())) {
        splits.stream()
            .filter(other -> other.dataset().spec().name().equals(dataset))
            .filter(other -> other.spec().name().equals(trainSplit))
            .map(train -> new CheckedSplit(split.prepared(), train.prepared()))
            .forEach(checked::add);
      }
    }
    return checked;
  }
}
