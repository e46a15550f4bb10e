package io.github.steelyard.datasets.prepare;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import scala.Tuple2;

/**
 * Puts the examples of one shard together, as many as fit, before they are shuffled: heads and
 * inputs in turns, under the shard's number. What Spark does for each record costs as much as it
 * takes to carry a small example.
 */
final class ShardChunks implements Iterator<Tuple2<Integer, byte[][]>> {
  private static final long MOST_BYTES = 16L << 20;

  private final Iterator<byte[][]> examples;
  private final ShardBoundaries boundaries;
  private Iterator<Map.Entry<Integer, List<byte[]>>> gathered =
      Map.<Integer, List<byte[]>>of().entrySet().iterator();

  ShardChunks(Iterator<byte[][]> examples, ShardBoundaries boundaries) {
    this.examples = examples;
    this.boundaries = boundaries;
  }

  @Override
  public boolean hasNext() {
    return gathered.hasNext() || examples.hasNext();
  }

  @Override
  public Tuple2<Integer, byte[][]> next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    if (!gathered.hasNext()) {
      gathered = gather().entrySet().iterator();
    }
    Map.Entry<Integer, List<byte[]>> chunk = gathered.next();
    return new Tuple2<>(chunk.getKey(), chunk.getValue().toArray(byte[][]::new));
  }

  private Map<Integer, List<byte[]>> gather() {
    Map<Integer, List<byte[]>> byShard = new TreeMap<>();
    long bytes = 0;
    while (bytes < MOST_BYTES && examples.hasNext()) {
      byte[][] example = examples.next();
      List<byte[]> chunk =
          byShard.computeIfAbsent(boundaries.shard(example[0]), unused -> new ArrayList<>());
      for (byte[] piece : example) {
        chunk.add(piece);
        bytes += piece.length;
      }
    }
    return byShard;
  }
}
