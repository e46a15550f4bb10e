package io.github.steelyard.engine.label;

import java.nio.FloatBuffer;

/** What trainings aim at where labels are classes. */
final class Targets {
  private Targets() {}

  /** 1 at the given indices and 0 elsewhere. */
  static void putOnes(int[] indices, int outputs, FloatBuffer target) {
    float[] values = new float[outputs];
    for (int index : indices) {
      values[index] = 1;
    }
    target.put(values);
  }
}
