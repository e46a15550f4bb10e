package io.github.steelyard.engine.dl4j.blocked.plan;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.dnnl.memory;
import org.bytedeco.javacpp.Pointer;

/** A stretch of a pass's memory, from the first step that needs it to the last. */
final class Region {
  static final int NOWHERE = -1;

  private final long floats;
  private final int input;
  private final List<memory> views = new ArrayList<>();
  private int first = Integer.MAX_VALUE;
  private int last = NOWHERE;

  private Region(long floats, int input) {
    this.floats = floats;
    this.input = input;
  }

  static Region inside(long floats) {
    return new Region(floats, NOWHERE);
  }

  /** The memory of a batch. */
  static Region ofInput(int input) {
    return new Region(0, input);
  }

  /** Notes that a step needs it. */
  void usedAt(int step) {
    first = Math.min(first, step);
    last = Math.max(last, step);
  }

  /** The same memory, as oneDNN is told of it. */
  memory seen(memory view) {
    views.add(view);
    return view;
  }

  void lieAt(Pointer address) {
    views.forEach(view -> view.set_data_handle(address));
  }

  long floats() {
    return floats;
  }

  /** Which input it is; {@link #NOWHERE} for none. */
  int input() {
    return input;
  }

  boolean begins(int step) {
    return first == step && input == NOWHERE;
  }

  boolean ends(int step) {
    return last == step && input == NOWHERE;
  }
}
