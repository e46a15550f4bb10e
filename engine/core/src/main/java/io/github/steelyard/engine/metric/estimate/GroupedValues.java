package io.github.steelyard.engine.metric.estimate;

import io.github.steelyard.engine.problem.BadInputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One model's values on some slices, each with those without each group in turn: what differences
 * of two models are made of. It is computed once for a model, with however many others it is
 * compared; one value takes 800 bytes for a slice.
 */
public final class GroupedValues {
  /** What one slice has: how many examples, in which groups, and the values. */
  public record OfSlice(
      long examples, long scored, List<Integer> groups, List<GroupedValue> values) {
    String counts() {
      return "%d of %d examples".formatted(scored, examples);
    }
  }

  private final SortedMap<Slice, OfSlice> slices = new TreeMap<>();
  private final boolean clustered;

  public GroupedValues(boolean clustered) {
    this.clustered = clustered;
  }

  public void put(Slice slice, OfSlice values) {
    slices.put(slice, values);
  }

  /** All examples first, then by column and value. */
  public Set<Slice> slices() {
    return slices.keySet();
  }

  /**
   * By how much these values exceed another model's on one slice: by metric id, then in the order
   * of the metric's aspects.
   *
   * @param other of the same examples, metrics and settings, of which both models scored the same
   * @throws BadInputException where the examples or the values are others
   */
  public List<PairedDifference> differences(GroupedValues other, Slice slice, double confidence) {
    OfSlice ours = slices.get(slice);
    OfSlice theirs = other.slices.get(slice);
    if (ours == null || theirs == null || ours.values().size() != theirs.values().size()) {
      throw new BadInputException("Cannot pair two models whose columns or slices differ");
    }
    check(slice, ours, theirs);
    List<PairedDifference> differences = new ArrayList<>();
    for (int i = 0; i < ours.values().size(); i++) {
      GroupedValue one = ours.values().get(i);
      GroupedValue another = Objects.requireNonNull(theirs.values().get(i));
      differences.add(one.minus(another, ours.scored(), clustered, confidence));
    }
    return differences;
  }

  private static void check(Slice slice, OfSlice one, OfSlice other) {
    if (one.examples() != other.examples()
        || one.scored() != other.scored()
        || !one.groups().equals(other.groups())) {
      throw new BadInputException(
          "Cannot pair the slice '%s' of '%s': %s were scored in the one and %s in the other"
              .formatted(slice.value(), slice.column(), one.counts(), other.counts()));
    }
  }
}
