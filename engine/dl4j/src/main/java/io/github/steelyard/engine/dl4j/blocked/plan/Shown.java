package io.github.steelyard.engine.dl4j.blocked.plan;

import java.util.Arrays;
import org.bytedeco.dnnl.memory;

/** A value's numbers in one of the layouts in which they are there. */
record Shown(Region region, memory numbers, memory.desc layout) {
  boolean in(memory.desc wanted) {
    return layout.equals(wanted);
  }

  boolean hasShape(long[] shape) {
    return Arrays.equals(Layouts.shape(layout), shape);
  }
}
