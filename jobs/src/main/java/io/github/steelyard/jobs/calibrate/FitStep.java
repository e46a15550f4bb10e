package io.github.steelyard.jobs.calibrate;

import io.github.steelyard.engine.calibration.SplitPart;
import io.github.steelyard.engine.calibration.TemperatureFit;
import io.github.steelyard.engine.columnar.RowBlock;
import io.github.steelyard.jobs.pass.PartStep;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** The first pass: what temperatures are found from. */
final class FitStep implements PartStep<CalibratedUnit, TemperatureFit> {
  private static final long serialVersionUID = 1L;

  @Override
  public TemperatureFit empty(CalibratedUnit unit) {
    return new TemperatureFit();
  }

  @Override
  public void add(
      CalibratedUnit unit, int index, RowBlock examples, RowBlock outcomes, TemperatureFit into) {
    into.add(examples, outcomes, SplitPart.FIT);
  }

  @Override
  public void merge(TemperatureFit into, TemperatureFit other) {
    into.merge(other);
  }

  @Override
  public void write(TemperatureFit state, DataOutput out) throws IOException {
    state.write(out);
  }

  @Override
  public TemperatureFit read(CalibratedUnit unit, DataInput in) throws IOException {
    return TemperatureFit.read(in);
  }
}
