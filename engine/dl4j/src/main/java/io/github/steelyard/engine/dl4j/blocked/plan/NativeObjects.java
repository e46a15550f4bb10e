package io.github.steelyard.engine.dl4j.blocked.plan;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerScope;

/**
 * oneDNN's objects that outlive the scope they were made in. Whoever runs on them must refer to
 * this: Java's garbage collector frees what nobody refers to, closed or not.
 */
final class NativeObjects implements AutoCloseable {
  private final List<Pointer> kept = new ArrayList<>();

  /** Frees, where it ends, what was made in it and not kept. */
  @SuppressWarnings("unchecked") // Of no class in particular.
  static PointerScope scope() {
    return new PointerScope();
  }

  <P extends Pointer> P keep(P object) {
    object.retainReference();
    kept.add(object);
    return object;
  }

  @Override
  public void close() {
    kept.forEach(Pointer::deallocate);
    kept.clear();
  }
}
