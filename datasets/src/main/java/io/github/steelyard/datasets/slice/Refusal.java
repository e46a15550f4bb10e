package io.github.steelyard.datasets.slice;

/**
 * Why something cannot be used.
 *
 * @param expected what would have been right, as a sentence goes on after "expected"
 * @param found what stands there instead
 */
public record Refusal(String expected, String found) {
  /** The two as the rest of a sentence. */
  String sentence() {
    return "expected " + expected + ". Found: " + found;
  }
}
