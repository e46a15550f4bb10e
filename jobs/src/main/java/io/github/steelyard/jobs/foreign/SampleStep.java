package io.github.steelyard.jobs.foreign;

import io.github.steelyard.engine.columnar.RowBlock;
import io.github.steelyard.engine.outofdistribution.ScoreSample;
import io.github.steelyard.jobs.pass.PartStep;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Counts the scores of examples. */
public final class SampleStep implements PartStep<SampledUnit, ScoreSample> {
  private static final long serialVersionUID = 1L;

  @Override
  public ScoreSample empty(SampledUnit unit) {
    return new ScoreSample();
  }

  @Override
  public void add(
      SampledUnit unit, int index, RowBlock examples, RowBlock outcomes, ScoreSample into) {
    into.add(examples, outcomes);
  }

  @Override
  public void merge(ScoreSample into, ScoreSample other) {
    into.merge(other);
  }

  @Override
  public void write(ScoreSample state, DataOutput out) throws IOException {
    state.write(out);
  }

  @Override
  public ScoreSample read(SampledUnit unit, DataInput in) throws IOException {
    return ScoreSample.read(in);
  }
}
