package io.github.steelyard.jobs.evaluate.stored;

import io.github.steelyard.datasets.prepare.PreparedSplit;
import io.github.steelyard.datasets.shift.ShiftLevel;
import io.github.steelyard.datasets.shift.Shifts;
import io.github.steelyard.engine.data.LabelMap;
import io.github.steelyard.engine.inference.EngineDescription;
import io.github.steelyard.engine.inference.device.Precision;
import io.github.steelyard.engine.metric.BinarySettings;
import io.github.steelyard.engine.task.OutputKind;
import io.github.steelyard.engine.task.TaskSettings;
import io.github.steelyard.jobs.evaluate.plan.EvaluationPlan;
import io.github.steelyard.jobs.evaluate.unit.StoredModel;
import io.github.steelyard.jobs.evaluate.unit.Unit;
import io.github.steelyard.reports.run.unit.CostRow;
import io.github.steelyard.reports.table.StoredTable;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The units of an earlier run, put together from what its tables tell of them. */
public final class StoredUnits {
  private final StoredTable units;
  private final StoredTable settings;
  private final StoredTable costs;
  private final String out;
  private final List<String> metrics;

  /**
   * @param out the folder of caches and reports, as a Hadoop path
   * @param metrics ids of those that are computed, or empty for all
   */
  public StoredUnits(StoredRun run, String out, List<String> metrics) {
    this.units = run.table("run_units");
    this.settings = run.table("unit_settings");
    this.costs = run.table("costs");
    this.out = out;
    this.metrics = metrics;
  }

  /**
   * Those on a split, in the order of the table.
   *
   * @param labels the classes that models answered with
   * @param labelled whether the examples' own labels are such classes
   * @param binary which of them is the positive one, or null where none is
   */
  public List<Unit> on(
      EvaluationPlan.PlannedSplit planned,
      LabelMap labels,
      boolean labelled,
      @Nullable BinarySettings binary) {
    PreparedSplit split = planned.prepared();
    return IntStream.range(0, units.rows())
        .filter(row -> units.text(row, "dataset").equals(split.dataset()))
        .filter(row -> units.text(row, "split").equals(split.split()))
        .mapToObj(row -> unit(planned, row, labels, labelled, binary))
        .toList();
  }

  private Unit unit(
      EvaluationPlan.PlannedSplit planned,
      int row,
      LabelMap labels,
      boolean labelled,
      @Nullable BinarySettings binary) {
    int other = settingsOf(row);
    PreparedSplit split = planned.prepared();
    String key = units.text(row, "prediction_key");
    EngineDescription engine = engine(row);
    TaskSettings task =
        new TaskSettings(
            labels,
            OutputKind.valueOf(units.text(row, "outputs").toUpperCase(Locale.ROOT)),
            // Outcomes are by class already, whatever the order of the model's outputs was.
            IntStream.range(0, labels.classes()).boxed().toList(),
            settings.flag(other, "all_scores"),
            Precision.valueOf(engine.precision().toUpperCase(Locale.ROOT)),
            labelled);
    return new Unit(
        new StoredModel(
            units.text(row, "model"),
            engine,
            units.index(row, "batch_size"),
            parameters(units.text(row, "model")),
            units.text(row, "preprocessing"),
            settings.nullableText(other, "same_as")),
        split,
        shift(row, other),
        planned.clusterBy().isPresent(),
        units.text(row, "task"),
        task,
        key,
        out + "/predictions/" + key,
        metrics,
        binary);
  }

  private long parameters(String model) {
    return IntStream.range(0, costs.rows())
        .filter(row -> costs.text(row, "model").equals(model))
        .filter(row -> costs.text(row, "cost").equals(CostRow.PARAMETERS))
        .mapToLong(row -> (long) costs.number(row, "value"))
        .findFirst()
        .orElseThrow(
            () -> new IllegalStateException("Cannot find the parameters of '" + model + "'"));
  }

  private EngineDescription engine(int row) {
    return new EngineDescription(
        units.text(row, "engine"),
        units.text(row, "engine_version"),
        units.text(row, "device"),
        units.text(row, "precision"),
        units.text(row, "kernels"),
        units.index(row, "threads"));
  }

  /** In the version that the predictions were made with, whichever there is now. */
  private @Nullable ShiftLevel shift(int row, int settingsRow) {
    String shift = units.nullableText(row, "shift");
    Integer severity = units.nullableIndex(row, "severity");
    if (shift == null || severity == null) {
      return null;
    }
    Integer version = settings.nullableIndex(settingsRow, "shift_version");
    return version == null
        ? ShiftLevel.of(Shifts.named(shift), severity)
        : new ShiftLevel(shift, severity, version);
  }

  private int settingsOf(int row) {
    return IntStream.range(0, settings.rows())
        .filter(
            other ->
                List.of("model", "dataset", "split").stream()
                    .allMatch(
                        column -> settings.text(other, column).equals(units.text(row, column))))
        .filter(
            other ->
                Objects.equals(
                        settings.nullableText(other, "shift"), units.nullableText(row, "shift"))
                    && Objects.equals(
                        settings.nullableIndex(other, "severity"),
                        units.nullableIndex(row, "severity")))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "Cannot find the settings of '" + units.text(row, "model") + "'"));
  }
}
