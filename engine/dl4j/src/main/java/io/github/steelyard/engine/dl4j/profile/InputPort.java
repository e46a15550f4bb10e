package io.github.steelyard.engine.dl4j.profile;

import io.github.steelyard.engine.data.Shape;
import io.github.steelyard.engine.data.TensorSpec;
import org.deeplearning4j.nn.conf.inputs.InputType;

/**
 * One input of a network.
 *
 * @param unflattened the image that a flat input holds, which is the same bytes; else the spec's
 *     shape
 * @param writable whether the first layer may write into its input, so that it needs a copy
 */
public record InputPort(TensorSpec spec, InputType type, Shape unflattened, boolean writable) {
  /** Whether one example of that shape can be fed as it is. */
  public boolean accepts(Shape example) {
    return example.equals(spec.shape()) || example.equals(unflattened);
  }
}
