package io.github.steelyard.engine.metric.regression.rank;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.LongStream;

/**
 * The bins that numbers fall into, ascending with them. Two numbers are in one bin where their bits
 * are equal but for the last ones; as many of those are dropped as it takes to have at most {@link
 * #MOST} bins, and no more. So the bins follow from the numbers alone, in whatever parts they came:
 * what a part has dropped already, the whole would have dropped, too.
 */
final class RankBins {
  /** Of two sides, so that there are at most 36,864 pairs of bins. */
  static final int MOST = 192;

  private final int dropped;

  /** Without the dropped bits; ascending, no two equal. */
  private final long[] bins;

  private RankBins(int dropped, long[] bins) {
    this.dropped = dropped;
    this.bins = bins;
  }

  static RankBins of(double[] numbers) {
    return finest(0, Arrays.stream(numbers).mapToLong(RankBins::bits));
  }

  private static RankBins finest(int dropped, LongStream ofNumbers) {
    int bits = dropped;
    long[] bins = ofNumbers.sorted().distinct().toArray();
    while (bins.length > MOST) {
      bits++;
      bins = Arrays.stream(bins).map(bin -> bin >> 1).distinct().toArray();
    }
    return new RankBins(bits, bins);
  }

  /** Bits which, as an integer, ascend with the number. */
  private static long bits(double number) {
    long bits = Double.doubleToRawLongBits(number);
    return bits ^ ((bits >> 63) & Long.MAX_VALUE);
  }

  RankBins merged(RankBins other) {
    int bits = Math.max(dropped, other.dropped);
    return finest(bits, LongStream.concat(without(bits), other.without(bits)));
  }

  private LongStream without(int bits) {
    return Arrays.stream(bins).map(bin -> bin >> (bits - dropped));
  }

  /** True where numbers that differ may be in one bin. */
  boolean coarse() {
    return dropped > 0;
  }

  int place(double number) {
    return Arrays.binarySearch(bins, bits(number) >> dropped);
  }

  /** Where the numbers of a bin of finer ones are. */
  int place(RankBins finer, int bin) {
    return Arrays.binarySearch(bins, finer.bins[bin] >> (dropped - finer.dropped));
  }

  void write(DataOutput out) throws IOException {
    out.writeByte(dropped);
    out.writeInt(bins.length);
    for (long bin : bins) {
      out.writeLong(bin);
    }
  }

  static RankBins read(DataInput in) throws IOException {
    int dropped = in.readByte();
    int count = in.readInt();
    if (!(dropped >= 0 && dropped < Long.SIZE && count >= 1 && count <= MOST)) {
      throw new IOException(
          "Cannot read %d bins without their last %d bits".formatted(count, dropped));
    }
    long[] bins = new long[count];
    for (int index = 0; index < count; index++) {
      bins[index] = in.readLong();
      if (index > 0 && !(bins[index] > bins[index - 1])) {
        throw new IOException("Cannot read bins that do not ascend");
      }
    }
    return new RankBins(dropped, bins);
  }

  int count() {
    return bins.length;
  }
}
