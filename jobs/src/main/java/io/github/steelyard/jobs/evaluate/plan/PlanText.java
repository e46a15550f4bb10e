package io.github.steelyard.jobs.evaluate.plan;

import io.github.steelyard.datasets.prepare.PreparedSplit;
import io.github.steelyard.jobs.evaluate.unit.PlannedModel;
import io.github.steelyard.jobs.evaluate.unit.Unit;
import io.github.steelyard.jobs.spark.PartFiles;
import io.github.steelyard.reports.run.unit.FailureRow;
import java.io.IOException;
import java.util.Locale;
import org.apache.hadoop.conf.Configuration;

/** What a run would do and cost, for {@code evaluate --plan}. */
public final class PlanText {
  private final EvaluationPlan plan;
  private final Configuration configuration;
  private final StringBuilder text = new StringBuilder();

  private PlanText(EvaluationPlan plan, Configuration configuration) {
    this.plan = plan;
    this.configuration = configuration;
  }

  public static String of(EvaluationPlan plan, Configuration configuration) throws IOException {
    PlanText plain = new PlanText(plan, configuration);
    plain.models();
    plain.splits();
    plain.units();
    for (FailureRow failure : plan.failures()) {
      plain.line("would fail  %s", failure.message());
    }
    return plain.text.toString();
  }

  private void models() {
    line(
        "%-32s %-18s %16s %18s %12s",
        "model", "format", "parameters", "MACs per example", "batch size");
    for (PlannedModel model : plan.models()) {
      line(
          "%-32s %-18s %,16d %,18d %,12d",
          model.name(),
          model.profile().format(),
          model.profile().parameters(),
          model.profile().macsPerExample(),
          model.batchSize());
    }
  }

  private void splits() {
    line("%n%-32s %16s %18s", "split", "examples", "shards");
    for (EvaluationPlan.PlannedSplit planned : plan.splits()) {
      PreparedSplit split = planned.prepared();
      line("%-32s %,16d %,18d", planned.name(), split.examples(), split.shards());
    }
    for (String name : plan.unprepared()) {
      line("%-32s %16s %18s", name, "to be prepared", "-");
    }
    plan.waiting().forEach(sentence -> line("%s", sentence));
  }

  private void units() throws IOException {
    line("%n%-50s %10s %10s %18s", "unit", "parts", "cached", "MACs to compute");
    double total = 0;
    for (Unit unit : plan.units()) {
      int parts = unit.split().parts();
      int cached = PartFiles.present(unit.folder(), configuration).cardinality();
      double share = (parts - Math.min(cached, parts)) / (double) parts;
      double macs = share * unit.split().examples() * unit.planned().profile().macsPerExample();
      total += macs;
      line("%-50s %,10d %,10d %18s", unit, parts, cached, scientific(macs));
    }
    line(
        "%n%,d units; %s MACs to compute; %,d units more on splits that are to be prepared",
        plan.units().size(),
        scientific(total),
        (long) (plan.unprepared().size() + plan.waiting().size()) * plan.models().size());
  }

  private static String scientific(double macs) {
    return macs == 0 ? "0" : String.format(Locale.ROOT, "%.2e", macs);
  }

  private void line(String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append(System.lineSeparator());
  }
}
