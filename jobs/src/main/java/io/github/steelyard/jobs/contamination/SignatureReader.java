package io.github.steelyard.jobs.contamination;

import io.github.steelyard.datasets.duplicate.DuplicateMethod;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import scala.Tuple2;

/** The examples of one part, under each of their bands. */
final class SignatureReader implements Iterator<Tuple2<Long, byte[]>>, AutoCloseable {
  private final DuplicateMethod method;
  private final boolean train;
  private final SignatureSource source;
  private final ArrayDeque<Tuple2<Long, byte[]>> ready = new ArrayDeque<>();
  private boolean closed;

  /**
   * @param source is closed at its end, or with this
   */
  SignatureReader(SignatureSource source, boolean train, DuplicateMethod method) {
    this.source = source;
    this.train = train;
    this.method = method;
  }

  @Override
  public boolean hasNext() {
    if (ready.isEmpty() && !closed) {
      read();
    }
    return !ready.isEmpty();
  }

  @Override
  public Tuple2<Long, byte[]> next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return ready.remove();
  }

  /** The next example, or the end. */
  private void read() {
    SignatureSource.Signed example = source.next();
    if (example == null) {
      close();
      return;
    }
    byte[] signature = example.signature();
    byte[] signed = new SignedExample(train, example.ordinal(), signature).bytes();
    for (long key : method.bands(signature)) {
      ready.add(new Tuple2<>(key, signed));
    }
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      source.close();
    }
  }
}
