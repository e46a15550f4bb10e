package io.github.steelyard.engine.metric.estimate;

/**
 * How many examples a slice has.
 *
 * @param examples all of them
 * @param notScored those whose scores were not finite: no metric counts them
 */
public record SliceCounts(Slice slice, long examples, long notScored) {
  public long scored() {
    return examples - notScored;
  }
}
