package io.github.steelyard.engine.data;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * The extents of a tensor, outermost first, without the batch dimension unless said otherwise. An
 * extent of {@link #ANY} is not fixed.
 */
public record Shape(List<Long> extents) implements Serializable {
  /** An extent that is not fixed. */
  public static final long ANY = -1;

  public Shape {
    extents = List.copyOf(extents);
    for (long extent : extents) {
      if (!(extent >= 0 || extent == ANY)) {
        throw new IllegalArgumentException("Cannot use an extent of " + extent + " in " + extents);
      }
    }
  }

  public static Shape of(long... extents) {
    return new Shape(LongStream.of(extents).boxed().toList());
  }

  public int rank() {
    return extents.size();
  }

  public long extent(int dimension) {
    return extents.get(dimension);
  }

  /** True where no extent is {@link #ANY}. */
  public boolean fixed() {
    return !extents.contains(ANY);
  }

  /** Number of elements; a shape of rank 0 has one. Fails where an extent is not fixed. */
  public long elements() {
    if (!fixed()) {
      throw new IllegalStateException("Cannot count the elements of " + this);
    }
    long elements = 1;
    for (long extent : extents) {
      elements = Math.multiplyExact(elements, extent);
    }
    return elements;
  }

  /** This shape with one more extent in front: {@code [28, 28]} with 64 is {@code [64, 28, 28]}. */
  public Shape batched(long batchSize) {
    List<Long> batched = new ArrayList<>(extents.size() + 1);
    batched.add(batchSize);
    batched.addAll(extents);
    return new Shape(batched);
  }

  public long[] toArray() {
    return extents.stream().mapToLong(Long::longValue).toArray();
  }

  @Override
  public String toString() {
    return extents.stream()
        .map(extent -> extent == ANY ? "?" : extent.toString())
        .collect(Collectors.joining(", ", "[", "]"));
  }
}
