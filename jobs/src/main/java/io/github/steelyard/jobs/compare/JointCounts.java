package io.github.steelyard.jobs.compare;

import io.github.steelyard.engine.columnar.Column;
import io.github.steelyard.engine.columnar.RowBlock;
import io.github.steelyard.engine.metric.scorecard.ScoredRows;
import io.github.steelyard.engine.statistics.DiscordantPairs;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * For each slice, each share of hits and each pair of models the examples that one of them alone
 * hits, of those that all models of the place could score. Rows are sets of bits, so that a pair
 * costs a few instructions for 64 examples.
 */
final class JointCounts {
  private static final byte VERSION = 1;

  private final ComparedPlace place;
  private final List<ComparedPlace.Hits> hits;

  /** {@code [slices]}: examples that all models could score, and the others. */
  private final long[] scored;

  private final long[] excluded;

  /** {@code [slices][(hits * pairs + pair) * 2 + side]}. */
  private final long[][] alone;

  JointCounts(ComparedPlace place) {
    this.place = place;
    this.hits = place.hits();
    int slices = place.slices().size();
    this.scored = new long[slices];
    this.excluded = new long[slices];
    this.alone = new long[slices][hits.size() * place.pairs().size() * 2];
  }

  /** The columns of the outcomes that {@link #add} reads. */
  static List<Column> columns(ComparedPlace place) {
    List<Column> stored = place.units().get(0).outcomeColumns();
    List<String> read = new ArrayList<>(List.of(stored.get(0).name()));
    place.hits().forEach(hit -> read.addAll(hit.share().columns()));
    return stored.stream().filter(column -> read.contains(column.name())).toList();
  }

  /** The rows that some of these models could not score. */
  static BitSet notScored(List<RowBlock> outcomes) {
    BitSet rows = new BitSet();
    outcomes.forEach(block -> rows.or(ScoredRows.notScored(block)));
    return rows;
  }

  /**
   * Adds a block of examples.
   *
   * @param outcomes one block for each model of the place, of the same examples in the same order
   * @param notScored the rows that some of them could not score
   */
  void add(RowBlock examples, List<RowBlock> outcomes, BitSet notScored) {
    List<BitSet> members = SliceRows.of(place.slices(), examples);
    BitSet left = new BitSet();
    left.set(0, examples.rows());
    left.andNot(notScored);
    for (int slice = 0; slice < members.size(); slice++) {
      BitSet in = members.get(slice);
      long all = in.cardinality();
      in.and(left);
      long rows = in.cardinality();
      scored[slice] += rows;
      excluded[slice] += all - rows;
    }
    List<long[]> words = members.stream().map(BitSet::toLongArray).toList();
    for (int hit = 0; hit < hits.size(); hit++) {
      List<BitSet> ofModels = new ArrayList<>();
      for (RowBlock block : outcomes) {
        ofModels.add(rows(hits.get(hit).share().hits().apply(examples, block), left));
      }
      count(hit, ofModels, words);
    }
  }

  private static BitSet rows(IntPredicate hit, BitSet among) {
    BitSet rows = new BitSet();
    among.stream().filter(hit).forEach(rows::set);
    return rows;
  }

  private void count(int hit, List<BitSet> ofModels, List<long[]> members) {
    for (int pair = 0; pair < place.pairs().size(); pair++) {
      ComparedPlace.Pair models = place.pairs().get(pair);
      BitSet one = ofModels.get(models.first());
      BitSet other = ofModels.get(models.second());
      long[] first = without(one, other);
      long[] second = without(other, one);
      for (int slice = 0; slice < members.size(); slice++) {
        int index = index(hit, pair);
        alone[slice][index] += common(first, members.get(slice));
        alone[slice][index + 1] += common(second, members.get(slice));
      }
    }
  }

  private int index(int hit, int pair) {
    return (hit * place.pairs().size() + pair) * 2;
  }

  private static long[] without(BitSet rows, BitSet others) {
    BitSet rest = (BitSet) rows.clone();
    rest.andNot(others);
    return rest.toLongArray();
  }

  private static long common(long[] one, long[] other) {
    long rows = 0;
    for (int word = 0; word < Math.min(one.length, other.length); word++) {
      rows += Long.bitCount(one[word] & other[word]);
    }
    return rows;
  }

  void merge(JointCounts other) {
    for (int slice = 0; slice < scored.length; slice++) {
      long[] theirs = other.alone[slice];
      scored[slice] += other.scored[slice];
      excluded[slice] += other.excluded[slice];
      long[] ours = alone[slice];
      Arrays.setAll(ours, index -> ours[index] + theirs[index]);
    }
  }

  long excluded(int slice) {
    return excluded[slice];
  }

  /** Empty where the value is no share of hits, or no example was scored. */
  Optional<DiscordantPairs> pairs(int slice, int pair, String metric, String aspect) {
    for (int hit = 0; hit < hits.size(); hit++) {
      ComparedPlace.Hits of = hits.get(hit);
      if (of.metric().equals(metric) && of.share().aspect().equals(aspect) && scored[slice] > 0) {
        int index = index(hit, pair);
        return Optional.of(
            new DiscordantPairs(alone[slice][index], alone[slice][index + 1], scored[slice]));
      }
    }
    return Optional.empty();
  }

  void write(DataOutput out) throws IOException {
    out.writeByte(VERSION);
    for (int slice = 0; slice < scored.length; slice++) {
      out.writeLong(scored[slice]);
      out.writeLong(excluded[slice]);
      for (long count : alone[slice]) {
        out.writeLong(count);
      }
    }
  }

  static JointCounts read(ComparedPlace place, DataInput in) throws IOException {
    byte version = in.readByte();
    if (version != VERSION) {
      throw new IOException(
          "Cannot read joint counts of version " + version + ": expected " + VERSION);
    }
    JointCounts counts = new JointCounts(place);
    for (int slice = 0; slice < counts.scored.length; slice++) {
      counts.scored[slice] = in.readLong();
      counts.excluded[slice] = in.readLong();
      for (int i = 0; i < counts.alone[slice].length; i++) {
        counts.alone[slice][i] = in.readLong();
      }
    }
    return counts;
  }
}
