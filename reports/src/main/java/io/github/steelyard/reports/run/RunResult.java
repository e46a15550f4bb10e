package io.github.steelyard.reports.run;

import io.github.steelyard.reports.run.comparison.AgreementRow;
import io.github.steelyard.reports.run.comparison.RobustnessRow;
import io.github.steelyard.reports.run.generalization.GapRow;
import io.github.steelyard.reports.run.quality.ConfusionRow;
import io.github.steelyard.reports.run.quality.MetricRow;
import io.github.steelyard.reports.run.unit.CostRow;
import io.github.steelyard.reports.run.unit.DatasetRow;
import io.github.steelyard.reports.run.unit.FailureRow;
import io.github.steelyard.reports.run.unit.ModelRow;
import io.github.steelyard.reports.run.unit.RunUnit;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;

/**
 * All that a run found: rows of any kind, kept by their class, so that a new table brings its rows
 * without a place here. Rows of one class stand in the tables in the order in which they were
 * given.
 */
public final class RunResult implements Serializable {
  private static final long serialVersionUID = 1L;

  private final Run run;
  private final HashMap<Class<? extends Record>, ArrayList<Record>> rows = new HashMap<>();

  private RunResult(Run run) {
    this.run = run;
  }

  private void add(Collection<? extends Record> more) {
    more.forEach(row -> rows.computeIfAbsent(row.getClass(), unused -> new ArrayList<>()).add(row));
  }

  /** A run that found these rows, each of any class. */
  @SafeVarargs
  public static RunResult of(Run run, Collection<? extends Record>... rows) {
    RunResult result = new RunResult(run);
    for (Collection<? extends Record> some : rows) {
      result.add(some);
    }
    return result;
  }

  /** This result, and what follows from it. */
  public RunResult with(Collection<? extends Record> more) {
    RunResult result = in(run);
    result.add(more);
    return result;
  }

  /** The same rows, found by another run. */
  public RunResult in(Run other) {
    RunResult result = new RunResult(other);
    rows.values().forEach(result::add);
    return result;
  }

  public Run run() {
    return run;
  }

  /** The rows of one class; empty where the run found none. */
  public <R> List<R> rows(Class<R> kind) {
    List<Record> found = rows.get(kind);
    return found == null ? List.of() : found.stream().map(kind::cast).toList();
  }

  /** The units that have their predictions, from the cache or made now. */
  public List<RunUnit> units() {
    return rows(RunUnit.class);
  }

  public List<ModelRow> models() {
    return rows(ModelRow.class);
  }

  public List<DatasetRow> datasets() {
    return rows(DatasetRow.class);
  }

  public List<MetricRow> metrics() {
    return rows(MetricRow.class);
  }

  public List<ConfusionRow> confusion() {
    return rows(ConfusionRow.class);
  }

  public List<CostRow> costs() {
    return rows(CostRow.class);
  }

  public List<GapRow> gaps() {
    return rows(GapRow.class);
  }

  public List<AgreementRow> agreements() {
    return rows(AgreementRow.class);
  }

  public List<RobustnessRow> robustness() {
    return rows(RobustnessRow.class);
  }

  /** Of the units that have no predictions, and of those that could not be scored. */
  public List<FailureRow> failures() {
    return rows(FailureRow.class);
  }
}
