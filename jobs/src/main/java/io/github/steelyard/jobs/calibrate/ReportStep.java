package io.github.steelyard.jobs.calibrate;

import io.github.steelyard.engine.calibration.SplitPart;
import io.github.steelyard.engine.calibration.TemperatureScaling;
import io.github.steelyard.engine.columnar.RowBlock;
import io.github.steelyard.engine.metric.scorecard.Scorecard;
import io.github.steelyard.jobs.pass.PartStep;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;

/** The second pass: the part for reports, as the model gives it and at its temperature. */
final class ReportStep implements PartStep<CalibratedUnit, ReportStep.Cards> {
  private static final long serialVersionUID = 1L;

  /** Of the same examples. */
  record Cards(Scorecard before, Scorecard after) {}

  private final ArrayList<Double> temperatures;

  /**
   * @param temperatures one for each unit
   */
  ReportStep(List<Double> temperatures) {
    this.temperatures = new ArrayList<>(temperatures);
  }

  @Override
  public Cards empty(CalibratedUnit unit) {
    return new Cards(unit.emptyCard(), unit.emptyCard());
  }

  @Override
  public void add(
      CalibratedUnit unit, int index, RowBlock examples, RowBlock outcomes, Cards into) {
    SplitPart.REPORT.keepOnly(examples, outcomes);
    into.before().add(examples, outcomes);
    try (BufferAllocator allocator = new RootAllocator()) {
      TemperatureScaling scaling =
          new TemperatureScaling(unit.settings(), temperatures.get(index), allocator);
      into.after().add(examples, scaling.of(examples, outcomes));
    }
  }

  @Override
  public void merge(Cards into, Cards other) {
    into.before().merge(other.before());
    into.after().merge(other.after());
  }

  @Override
  public void write(Cards state, DataOutput out) throws IOException {
    state.before().write(out);
    state.after().write(out);
  }

  @Override
  public Cards read(CalibratedUnit unit, DataInput in) throws IOException {
    return new Cards(unit.readCard(in), unit.readCard(in));
  }
}
