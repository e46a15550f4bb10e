package io.github.steelyard.bench.harness;

/** This machine, or this way of calling, lacks what an arm needs; the message says what. */
public final class NotRunException extends RuntimeException {
  public NotRunException(String reason) {
    super(reason);
  }
}
