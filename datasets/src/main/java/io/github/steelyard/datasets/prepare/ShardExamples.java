package io.github.steelyard.datasets.prepare;

import io.github.steelyard.datasets.example.ExampleChunk;
import io.github.steelyard.datasets.example.ExampleHead;
import io.github.steelyard.engine.columnar.Column;
import io.github.steelyard.engine.columnar.RowBlock;
import io.github.steelyard.engine.label.Labelling;
import io.github.steelyard.engine.problem.DataException;
import io.github.steelyard.engine.task.ExampleColumns;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All examples of one shard, in canonical order. */
final class ShardExamples {
  private final List<String> slices;
  private final List<Place> places;
  private final List<ExampleHead> heads;

  private ShardExamples(List<String> slices, List<Place> places) {
    this.slices = slices;
    this.places = places;
    this.heads = places.stream().map(Place::head).toList();
  }

  /** Where an example is found. */
  private record Place(ExampleChunk chunk, int example) implements Comparable<Place> {
    @Override
    public int compareTo(Place other) {
      return chunk.compareKeys(example, other.chunk, other.example);
    }

    ExampleHead head() {
      return chunk.head(example);
    }

    int inputOffset() {
      return chunk.inputOffset(example);
    }

    ByteBuffer input() {
      return ByteBuffer.wrap(chunk.inputs(), inputOffset(), chunk.inputBytes());
    }
  }

  /**
   * Sorts them.
   *
   * @param pieces of the shard, in any order
   * @throws DataException where two have one key
   */
  static ShardExamples of(List<ShardPiece> pieces, List<String> slices) {
    List<Place> places = new ArrayList<>();
    for (ShardPiece piece : pieces) {
      for (int example = piece.from(); example < piece.to(); example++) {
        places.add(new Place(piece.chunk(), example));
      }
    }
    Collections.sort(places);
    ShardExamples examples = new ShardExamples(slices, places);
    for (int i = 1; i < examples.count(); i++) {
      refuseSameKey(examples.heads.get(i - 1), examples.heads.get(i));
    }
    return examples;
  }

  private static void refuseSameKey(ExampleHead one, ExampleHead other) {
    if (one.key().equals(other.key())) {
      boolean ascending = one.place().compareTo(other.place()) <= 0;
      String first = ascending ? one.place() : other.place();
      throw new DataException(
          ascending ? other.place() : one.place(),
          "id '" + one.key() + "' is used already in " + first + ", expected unique ids");
    }
  }

  int count() {
    return places.size();
  }

  /** Rows of {@code examples/}. */
  RowBlock exampleRows(List<Column> columns, Labelling labelling, long firstOrdinal) {
    RowBlock block = new RowBlock(columns, count());
    for (int i = 0; i < count(); i++) {
      ExampleHead head = heads.get(i);
      String cluster = head.cluster();
      block.longs(ExampleColumns.ORDINAL.name())[i] = firstOrdinal + i;
      block.strings(ExampleColumns.ID.name())[i] = head.key();
      block.ints(ExampleColumns.GROUP.name())[i] =
          KeyHash.group(cluster == null ? head.key() : cluster);
      block.doubles(ExampleColumns.WEIGHT.name())[i] = head.weight();
      labelling.put(head.label(), block, i);
      putSlices(head.slices(), block, i);
    }
    return block;
  }

  private void putSlices(Map<String, @Nullable String> values, RowBlock block, int row) {
    for (int slice = 0; slice < slices.size(); slice++) {
      String name = slices.get(slice);
      String value = values.get(name);
      if (value != null) {
        block.strings(ExampleColumns.slice(slice, name).name())[row] = value;
      }
    }
  }

  /** Rows of {@code inputs/}, but for the inputs themselves. */
  RowBlock inputRows(long firstOrdinal) {
    RowBlock block = new RowBlock(PreparedColumns.inputs(), count());
    long[] ordinals = block.longs(ExampleColumns.ORDINAL.name());
    Arrays.setAll(ordinals, i -> firstOrdinal + i);
    return block;
  }

  /** The input of an example, where it lies. */
  ByteBuffer input(int example) {
    return places.get(example).input();
  }

  /** Rows of {@code texts/}. */
  RowBlock textRows(long firstOrdinal) {
    RowBlock block = new RowBlock(PreparedColumns.texts(), count());
    for (int i = 0; i < count(); i++) {
      block.longs(ExampleColumns.ORDINAL.name())[i] = firstOrdinal + i;
      byte[] sketch = heads.get(i).sketch();
      if (sketch != null) {
        block.binaries(PreparedColumns.SKETCH.name())[i] = sketch;
      }
    }
    return block;
  }

  /**
   * What the shard's contents add to the fingerprint.
   *
   * @param texts whether sketches of texts are a part of them
   */
  byte[] digest(boolean texts) {
    CanonicalDigest digest = new CanonicalDigest();
    for (int i = 0; i < count(); i++) {
      ExampleHead head = heads.get(i);
      digest.add(head.key()).addWhole(head.label()).add(head.weight()).add(head.cluster());
      slices.forEach(name -> digest.add(head.slices().get(name)));
      ExampleChunk chunk = places.get(i).chunk();
      digest.add(chunk.inputs(), places.get(i).inputOffset(), chunk.inputBytes());
      byte[] sketch = head.sketch();
      if (texts) {
        digest.add(sketch == null ? new byte[0] : sketch);
      }
    }
    return digest.finish();
  }
}
