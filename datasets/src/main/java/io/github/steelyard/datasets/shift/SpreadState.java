package io.github.steelyard.datasets.shift;

import io.github.steelyard.datasets.batch.Shard;
import io.github.steelyard.engine.statistics.ExactSum;
import io.github.steelyard.engine.task.ExampleColumns;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.MurmurHash3;

/** What an {@link InputSpread} is made of, on its way over the cluster; it travels as bytes. */
final class SpreadState {
  private static final int MOST_SAMPLES = 1_000;
  private static final int MOST_SAMPLE_BYTES = 4 << 20;

  /** By its hash an example is kept or not: a sample that depends on nothing else. */
  private record Ticket(long hash, String id) implements Comparable<Ticket> {
    private static final Comparator<Ticket> ORDER =
        Comparator.comparingLong(Ticket::hash).thenComparing(Ticket::id);

    static Ticket of(String id) {
      return new Ticket(
          MurmurHash3.hash128x64(("sample\n" + id).getBytes(StandardCharsets.UTF_8))[0], id);
    }

    @Override
    public int compareTo(Ticket other) {
      return ORDER.compare(this, other);
    }
  }

  private final ExactSum[] sums;
  private final ExactSum[] squares;
  private final TreeMap<Ticket, float[]> samples = new TreeMap<>();
  private final int mostSamples;
  private long examples;

  SpreadState(int columns) {
    sums = Stream.generate(ExactSum::new).limit(columns).toArray(ExactSum[]::new);
    squares = Stream.generate(ExactSum::new).limit(columns).toArray(ExactSum[]::new);
    mostSamples =
        Math.max(
            1, Math.min(MOST_SAMPLES, MOST_SAMPLE_BYTES / (Float.BYTES * Math.max(1, columns))));
  }

  void add(Shard shard) {
    String[] ids = shard.examples().strings(ExampleColumns.ID.name());
    float[] values = new float[sums.length];
    for (int row = 0; row < shard.rows(); row++) {
      FloatBuffer input =
          ByteBuffer.wrap(shard.input(row)).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
      input.get(values);
      for (int column = 0; column < values.length; column++) {
        sums[column].add(values[column]);
        // Of a float exact as a double.
        squares[column].add((double) values[column] * values[column]);
      }
      examples++;
      keep(Ticket.of(ids[row]), values.clone());
    }
  }

  private void keep(Ticket ticket, float[] values) {
    samples.put(ticket, values);
    if (samples.size() > mostSamples) {
      samples.pollLastEntry();
    }
  }

  private void merge(SpreadState other) {
    examples += other.examples;
    for (int column = 0; column < sums.length; column++) {
      sums[column].merge(other.sums[column]);
      squares[column].merge(other.squares[column]);
    }
    other.samples.forEach(this::keep);
  }

  /** The bytes of two states together. */
  static byte[] merged(byte[] one, byte[] other) {
    SpreadState state = read(one);
    state.merge(read(other));
    return state.bytes();
  }

  InputSpread spread() {
    double[] means = new double[sums.length];
    double[] deviations = new double[sums.length];
    for (int column = 0; column < means.length; column++) {
      double sum = sums[column].value();
      means[column] = sum / examples;
      double squared = squares[column].value() - sum * means[column];
      deviations[column] = examples < 2 ? 0 : Math.sqrt(Math.max(0, squared) / (examples - 1));
    }
    return new InputSpread(means, deviations, samples.values().toArray(float[][]::new));
  }

  byte[] bytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(sums.length);
      out.writeLong(examples);
      for (int column = 0; column < sums.length; column++) {
        sums[column].write(out);
        squares[column].write(out);
      }
      out.writeInt(samples.size());
      for (var sample : samples.entrySet()) {
        byte[] id = sample.getKey().id().getBytes(StandardCharsets.UTF_8);
        out.writeInt(id.length);
        out.write(id);
        for (float value : sample.getValue()) {
          out.writeFloat(value);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static SpreadState read(byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      SpreadState state = new SpreadState(in.readInt());
      state.examples = in.readLong();
      for (int column = 0; column < state.sums.length; column++) {
        state.sums[column] = ExactSum.read(in);
        state.squares[column] = ExactSum.read(in);
      }
      int kept = in.readInt();
      for (int i = 0; i < kept; i++) {
        String id = new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
        float[] values = new float[state.sums.length];
        for (int column = 0; column < values.length; column++) {
          values[column] = in.readFloat();
        }
        state.keep(Ticket.of(id), values);
      }
      return state;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
