package io.github.steelyard.jobs.evaluate.unit;

import io.github.steelyard.datasets.prepare.PreparedSplit;
import io.github.steelyard.datasets.shift.Shift;
import io.github.steelyard.datasets.shift.ShiftLevel;
import io.github.steelyard.datasets.shift.Shifts;
import io.github.steelyard.engine.metric.BinarySettings;
import io.github.steelyard.engine.task.TaskSettings;
import io.github.steelyard.jobs.spark.PartFiles;
import io.github.steelyard.reports.run.unit.AppliedShift;
import io.github.steelyard.reports.run.unit.BinaryDecision;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One model on one split: what is cached, what fails, and what is reported as a whole.
 *
 * @param task the task's name
 * @param shift what is done to the inputs, or null where they stay as they are
 * @param clustered whether the examples of one group belong together
 * @param key names the predictions: all that decides their bytes, hashed
 * @param folder where they lie, as a Hadoop path
 * @param metrics ids of those that are computed, or empty for all
 * @param binary which class is the positive one, or null where none is
 */
public record Unit(
    UnitModel model,
    PreparedSplit split,
    @Nullable ShiftLevel shift,
    boolean clustered,
    String task,
    TaskSettings settings,
    String key,
    String folder,
    List<String> metrics,
    @Nullable BinarySettings binary)
    implements Serializable {
  public Unit {
    metrics = List.copyOf(metrics);
  }

  /** The same work by another model, or by the same one again: its predictions lie elsewhere. */
  public Unit again(UnitModel other, String elsewhere) {
    return new Unit(
        other, split, shift, clustered, task, settings, key, elsewhere, metrics, binary);
  }

  /**
   * The model, ready to predict.
   *
   * @throws IllegalStateException where only its stored predictions are known
   */
  public PlannedModel planned() {
    if (model instanceof PlannedModel planned) {
      return planned;
    }
    throw new IllegalStateException("Cannot run " + this + ": only its predictions are known");
  }

  /** What tables say of the shift. */
  public @Nullable AppliedShift applied() {
    if (shift == null) {
      return null;
    }
    Shift known = Shifts.named(shift.shift());
    return new AppliedShift(
        shift.shift(), known.kind().text(), shift.severity(), known.inImageNetC());
  }

  /** What tables say of the positive class, or null where none is. */
  public @Nullable BinaryDecision decision() {
    return binary == null
        ? null
        : BinaryDecision.of(split.labels().name(binary.positive()), binary);
  }

  /** The Hadoop path of one part's predictions. */
  public String part(int part) {
    return PartFiles.path(folder, part);
  }

  @Override
  public String toString() {
    String place = model.name() + " on " + split.dataset() + "/" + split.split();
    return shift == null ? place : place + " under " + shift;
  }
}
