package io.github.steelyard.engine.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.steelyard.engine.columnar.RowBlock;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every metric must do; its test supplies the metric, rows and an example worked by hand. */
public abstract class MetricContract {
  /** Examples and their outcomes, row by row. */
  public record Rows(RowBlock examples, RowBlock outcomes) {}

  protected abstract Metric metric();

  protected abstract MetricSettings settings();

  /** Random rows that the metric can read; with weights other than 1, 0 among them, if asked. */
  protected abstract Rows randomRows(int count, long seed, boolean weighted);

  /** A few rows that a person can work through. */
  protected abstract Rows workedExample();

  /** What the metric is for these rows, by aspect; an aspect that is not here is undefined. */
  protected abstract Map<String, Double> workedValues();

  private StateKind kind() {
    return metric().kind(settings());
  }

  private MetricState state(Rows rows, List<Integer> chosen) {
    MetricState state = kind().empty();
    RowAccumulator accumulator = kind().accumulator(rows.examples(), rows.outcomes());
    chosen.forEach(row -> accumulator.add(state, row));
    return state;
  }

  private MetricState state(Rows rows) {
    return state(rows, IntStream.range(0, rows.examples().rows()).boxed().toList());
  }

  private static byte[] bytes(MetricState state) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      state.write(new DataOutputStream(bytes));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return bytes.toByteArray();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void anEmptyStateIsNeutral(boolean weighted) {
    Rows rows = randomRows(50, 1, weighted);
    MetricState state = state(rows);
    byte[] before = bytes(state);

    state.merge(kind().empty());
    assertThat(bytes(state)).isEqualTo(before);

    MetricState empty = kind().empty();
    empty.merge(state);
    assertThat(bytes(empty)).isEqualTo(before);
    assertThat(bytes(state)).as("what was merged stays as it is").isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void anyOrderAndAnyPartitioningGiveTheSameBytes(boolean weighted) {
    Rows rows = randomRows(300, 2, weighted);
    byte[] expected = bytes(state(rows));
    for (long seed = 0; seed < 10; seed++) {
      Random random = new Random(seed);
      List<Integer> order = new ArrayList<>(IntStream.range(0, 300).boxed().toList());
      Collections.shuffle(order, random);
      List<MetricState> parts = new ArrayList<>();
      for (int from = 0; from < 300; ) {
        int to = Math.min(300, from + random.nextInt(90));
        parts.add(state(rows, order.subList(from, to)));
        from = to;
      }
      while (parts.size() > 1) {
        MetricState part = parts.remove(random.nextInt(parts.size()));
        parts.get(random.nextInt(parts.size())).merge(part);
      }
      assertThat(bytes(parts.get(0))).as("seed %d", seed).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void manyRowsAtOnceAreAsRowByRow(boolean weighted) {
    Rows rows = randomRows(300, 6, weighted);
    int[] places = IntStream.range(0, 300).map(place -> (place * 7 + 5) % 300).toArray();
    MetricState state = kind().empty();
    RowAccumulator accumulator = kind().accumulator(rows.examples(), rows.outcomes());
    accumulator.addAll(state, places, 100, 280);
    accumulator.addAll(state, places, 40, 100);
    List<Integer> chosen = Arrays.stream(places, 40, 280).boxed().toList();
    assertThat(bytes(state)).isEqualTo(bytes(state(rows, chosen)));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aStateIsReadBackAsItWasWritten(boolean weighted) throws IOException {
    MetricState state = state(randomRows(100, 3, weighted));
    byte[] written = bytes(state);
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(written));

    MetricState read = kind().read(in);

    assertThat(in.available()).isZero();
    assertThat(bytes(read)).isEqualTo(written);
    assertThat(metric().values(read)).isEqualTo(metric().values(state));
    MetricState more = state(randomRows(100, 4, weighted));
    read.merge(more);
    state.merge(more);
    assertThat(bytes(read)).as("a state that was read goes on").isEqualTo(bytes(state));
  }

  @Test
  void anotherVersionIsRefused() {
    byte[] written = bytes(state(workedExample()));
    written[0]++;
    assertThatThrownBy(() -> kind().read(new DataInputStream(new ByteArrayInputStream(written))))
        .isInstanceOf(IOException.class)
        .hasMessageMatching("Cannot read a .* of version " + written[0] + ": expected .*");
  }

  @Test
  void truncatedBytesAreRefused() {
    byte[] written = bytes(state(workedExample()));
    byte[] truncated = Arrays.copyOf(written, written.length - 1);
    assertThatThrownBy(() -> kind().read(new DataInputStream(new ByteArrayInputStream(truncated))))
        .isInstanceOf(IOException.class);
  }

  @Test
  void theExampleWorkedByHandIsMet() {
    for (Value value : metric().values(state(workedExample()))) {
      Double expected = workedValues().get(value.aspect());
      if (expected == null) {
        assertThat(value.undefined()).as(value.aspect()).isNotBlank();
      } else {
        assertThat(value.number()).as(value.aspect()).isCloseTo(expected, within(1e-14));
      }
    }
    assertThat(metric().values(kind().empty()).stream().map(Value::aspect).toList())
        .containsAll(workedValues().keySet());
  }

  @Test
  void withoutExamplesEveryAspectIsThereAndSaysWhyItIsUndefined() {
    List<Value> ofNone = metric().values(kind().empty());
    List<Value> ofSome = metric().values(state(randomRows(100, 5, false)));

    assertThat(ofNone).allSatisfy(value -> assertThat(value.undefined()).isNotBlank());
    assertThat(ofNone.stream().map(Value::aspect).toList())
        .isEqualTo(ofSome.stream().map(Value::aspect).toList())
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void valuesLieInTheRange(boolean weighted) {
    for (long seed = 10; seed < 30; seed++) {
      for (Value value : metric().values(state(randomRows(30, seed, weighted)))) {
        if (value.number() != null) {
          assertThat(value.number())
              .isBetween(metric().range().lowest(), metric().range().highest());
        }
      }
    }
  }

  @Test
  void itIsFoundAndDescribesItself() {
    assertThat(Metrics.of(metric().task()).stream().map(Metric::id).toList())
        .contains(metric().id());
    assertThat(metric().id()).matches("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    assertThat(metric().doc()).endsWith(".");
    assertThat(metric().intervals()).endsWith(".");
    assertThat(metric().direction()).isNotNull();
    assertThat(metric().unit()).isNotNull();
  }
}
