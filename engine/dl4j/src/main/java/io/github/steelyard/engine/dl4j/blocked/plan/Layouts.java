package io.github.steelyard.engine.dl4j.blocked.plan;

import org.bytedeco.dnnl.memory;

/** Where numbers lie in memory, as oneDNN describes it. */
public final class Layouts {
  private Layouts() {}

  /** Whatever suits the primitive. */
  public static memory.desc free(long[] shape) {
    return new memory.desc(shape, memory.data_type.f32, memory.format_tag.any);
  }

  public static memory.desc free(memory.desc like) {
    return free(shape(like));
  }

  static long[] shape(memory.desc layout) {
    long[] shape = new long[layout.data().ndims()];
    layout.data().dims().get(shape);
    return shape;
  }

  /** One behind the other, the last axis fastest. */
  public static memory.desc plain(long[] shape) {
    long[] strides = new long[shape.length];
    long stride = 1;
    for (int axis = shape.length - 1; axis >= 0; axis--) {
      strides[axis] = stride;
      stride *= shape[axis];
    }
    return strided(shape, strides);
  }

  public static memory.desc strided(long[] shape, long[] strides) {
    return new memory.desc(shape, memory.data_type.f32, strides);
  }
}
