package io.github.steelyard.engine.dl4j.forward.running;

import io.github.steelyard.engine.data.Tensor;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import org.apache.arrow.memory.BufferAllocator;

/**
 * Passes of one network that go from one thread to the next: each new one maps memory for its
 * activations and makes its primitives, which takes as long as a batch or two. There are never more
 * than have been in use at once, and none once the last one in use is closed, so that a model that
 * nobody runs holds its weights alone.
 */
public final class ForwardPool {
  private final Supplier<Forward> making;
  private final Deque<Forward> idle = new ArrayDeque<>();
  private int used;

  /**
   * @param making makes a pass that may be run and closed by one thread after the other
   */
  public ForwardPool(Supplier<Forward> making) {
    this.making = making;
  }

  /** A pass for one thread, which closes it. */
  public Forward pass() {
    return new Lent(take());
  }

  private synchronized Forward take() {
    Forward pass = idle.isEmpty() ? making.get() : idle.pop();
    used++;
    return pass;
  }

  private void giveBack(Forward pass, boolean sound) {
    release(pass, sound).forEach(Forward::close);
  }

  /** The passes to close. */
  private synchronized List<Forward> release(Forward pass, boolean sound) {
    List<Forward> ending = new ArrayList<>();
    used--;
    if (sound) {
      idle.push(pass);
    } else {
      ending.add(pass);
    }
    if (used == 0) {
      ending.addAll(idle);
      idle.clear();
    }
    return ending;
  }

  private final class Lent implements Forward {
    private final Forward pass;
    private boolean sound = true;
    private boolean closed;

    Lent(Forward pass) {
      this.pass = pass;
    }

    @Override
    public List<Tensor> run(List<Tensor> inputs, BufferAllocator allocator) {
      boolean complete = false;
      try {
        List<Tensor> results = pass.run(inputs, allocator);
        complete = true;
        return results;
      } finally {
        // What broke off may have left anything behind: nobody else is to go on with it.
        sound &= complete;
      }
    }

    @Override
    public void close() {
      if (!closed) {
        closed = true;
        giveBack(pass, sound);
      }
    }
  }
}
