package io.github.steelyard.datasets.prepare;

import io.github.steelyard.engine.columnar.Column;
import io.github.steelyard.engine.columnar.RowBlock;
import io.github.steelyard.engine.label.Labelling;
import io.github.steelyard.engine.problem.DataException;
import io.github.steelyard.engine.task.ExampleColumns;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All examples of one shard, in canonical order. */
final class ShardExamples {
  private final List<String> slices;
  private final List<ExampleHead> heads;
  private final List<byte[]> inputs;

  private ShardExamples(List<String> slices, List<ExampleHead> heads, List<byte[]> inputs) {
    this.slices = slices;
    this.heads = heads;
    this.inputs = inputs;
  }

  /** As it came from the shuffle. */
  private static final class Unordered implements Comparable<Unordered> {
    private final String sortKey;
    private final byte[] head;
    private final byte[] input;

    Unordered(byte[] head, byte[] input) {
      this.sortKey = ExampleHead.sortKey(head);
      this.head = head;
      this.input = input;
    }

    @Override
    public int compareTo(Unordered other) {
      return sortKey.compareTo(other.sortKey);
    }
  }

  /**
   * Sorts them.
   *
   * @param chunks heads and inputs in turns
   * @throws DataException where two have one key
   */
  static ShardExamples of(List<byte[][]> chunks, List<String> slices) {
    List<Unordered> examples = new ArrayList<>();
    for (byte[][] chunk : chunks) {
      for (int i = 0; i < chunk.length; i += 2) {
        examples.add(new Unordered(chunk[i], chunk[i + 1]));
      }
    }
    Collections.sort(examples);
    List<ExampleHead> heads = new ArrayList<>(examples.size());
    List<byte[]> inputs = new ArrayList<>(examples.size());
    for (Unordered example : examples) {
      ExampleHead head = ExampleHead.read(example.head);
      if (!heads.isEmpty()) {
        refuseSameKey(heads.get(heads.size() - 1), head);
      }
      heads.add(head);
      inputs.add(example.input);
    }
    return new ShardExamples(slices, heads, inputs);
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
    return heads.size();
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

  /** Rows of {@code inputs/}. */
  RowBlock inputRows(long firstOrdinal) {
    RowBlock block = new RowBlock(PreparedColumns.inputs(), count());
    for (int i = 0; i < count(); i++) {
      block.longs(ExampleColumns.ORDINAL.name())[i] = firstOrdinal + i;
      block.binaries(PreparedColumns.INPUT.name())[i] = inputs.get(i);
    }
    return block;
  }

  /** What the shard's contents add to the fingerprint. */
  byte[] digest() {
    CanonicalDigest digest = new CanonicalDigest();
    for (int i = 0; i < count(); i++) {
      ExampleHead head = heads.get(i);
      digest.add(head.key()).addWhole(head.label()).add(head.weight()).add(head.cluster());
      slices.forEach(name -> digest.add(head.slices().get(name)));
      digest.add(inputs.get(i));
    }
    return digest.finish();
  }
}
