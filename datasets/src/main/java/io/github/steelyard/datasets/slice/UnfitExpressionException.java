package io.github.steelyard.datasets.slice;

/** An expression has no meaning for columns of such types, or no value for such a row. */
final class UnfitExpressionException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnfitExpressionException(Refusal refusal) {
    super(refusal.sentence());
  }
}
