package io.github.steelyard.engine.metric.regression.rank;

import io.github.steelyard.engine.statistics.Tally;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/** How many pairs have their target in which bin, and their prediction in which. */
final class BinnedPairs {
  private static final int BOUND = RankBins.MOST * RankBins.MOST;

  private final RankBins targets;
  private final RankBins predictions;

  /** By the place of the target's bin, times the most bins, and that of the prediction's. */
  private final Tally cells;

  private BinnedPairs(RankBins targets, RankBins predictions, Tally cells) {
    this.targets = targets;
    this.predictions = predictions;
    this.cells = cells;
  }

  private static int cell(int target, int prediction) {
    return RankBins.MOST * target + prediction;
  }

  static BinnedPairs of(PairList pairs) {
    RankBins targets = RankBins.of(pairs.targets());
    RankBins predictions = RankBins.of(pairs.predictions());
    Tally cells = new Tally(BOUND);
    for (int index = 0; index < pairs.size(); index++) {
      int target = targets.place(pairs.target(index));
      cells.add(cell(target, predictions.place(pairs.prediction(index))), pairs.weight(index));
    }
    return new BinnedPairs(targets, predictions, cells);
  }

  BinnedPairs merged(BinnedPairs other) {
    BinnedPairs both =
        new BinnedPairs(
            targets.merged(other.targets), predictions.merged(other.predictions), new Tally(BOUND));
    both.add(this);
    both.add(other);
    return both;
  }

  private void add(BinnedPairs part) {
    cells.merge(
        part.cells,
        cell ->
            cell(
                targets.place(part.targets, cell / RankBins.MOST),
                predictions.place(part.predictions, cell % RankBins.MOST)));
  }

  RankCorrelation correlation() {
    int[] keys = cells.keys();
    return new RankCorrelation(
        new Ranks(
            Arrays.stream(keys).map(cell -> cell / RankBins.MOST).toArray(),
            weights(keys),
            targets.coarse()),
        new Ranks(
            Arrays.stream(keys).map(cell -> cell % RankBins.MOST).toArray(),
            weights(keys),
            predictions.coarse()));
  }

  private double[] weights(int[] keys) {
    return Arrays.stream(keys).mapToDouble(cells::weight).toArray();
  }

  void write(DataOutput out) throws IOException {
    targets.write(out);
    predictions.write(out);
    cells.write(out);
  }

  static BinnedPairs read(DataInput in) throws IOException {
    RankBins targets = RankBins.read(in);
    RankBins predictions = RankBins.read(in);
    Tally cells = Tally.read(in, BOUND);
    for (int cell : cells.keys()) {
      if (!(cell / RankBins.MOST < targets.count() && cell % RankBins.MOST < predictions.count())) {
        throw new IOException("Cannot read a count of pairs in bins that are not there");
      }
    }
    return new BinnedPairs(targets, predictions, cells);
  }
}
