package io.github.steelyard.datasets.shift.image.filter;

import io.github.steelyard.datasets.shift.image.Picture;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/** A filter of a few weighted offsets, such as a disk or a line. */
public final class SparseFilter {
  private record Tap(int down, int right, float weight) {}

  private final List<Tap> taps = new ArrayList<>();
  private final Border border;

  public SparseFilter(Border border) {
    this.border = border;
  }

  /** Adds a weighted pixel that lies so far from the result's. */
  public void add(int down, int right, double weight) {
    if (weight != 0) {
      taps.add(new Tap(down, right, (float) weight));
    }
  }

  public Picture apply(Picture picture) {
    Margins margins =
        new Margins(
            reach(tap -> -tap.down()),
            reach(Tap::down),
            reach(tap -> -tap.right()),
            reach(Tap::right));
    Picture padded = margins.around(picture, border);
    int channels = picture.channels();
    int wide = padded.width() * channels;
    int line = picture.width() * channels;
    int[] offsets = new int[taps.size()];
    float[] weights = new float[taps.size()];
    for (int i = 0; i < offsets.length; i++) {
      Tap tap = taps.get(i);
      offsets[i] =
          (margins.above() + tap.down()) * wide + (margins.left() + tap.right()) * channels;
      weights[i] = tap.weight();
    }
    // Between two lines lie sums that nobody asked for: cheaper than a loop for each line.
    float[] sums =
        WeightedSum.of(padded.values(), offsets, weights, (picture.height() - 1) * wide + line);
    float[] result = new float[picture.values().length];
    for (int y = 0; y < picture.height(); y++) {
      System.arraycopy(sums, y * wide, result, y * line, line);
    }
    return picture.with(result);
  }

  private int reach(ToIntFunction<Tap> distance) {
    return Math.max(0, taps.stream().mapToInt(distance).max().orElse(0));
  }
}
