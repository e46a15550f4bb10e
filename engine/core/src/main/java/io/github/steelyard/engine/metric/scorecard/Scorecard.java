package io.github.steelyard.engine.metric.scorecard;

import io.github.steelyard.engine.columnar.Column;
import io.github.steelyard.engine.columnar.RowBlock;
import io.github.steelyard.engine.metric.Metric;
import io.github.steelyard.engine.metric.MetricSettings;
import io.github.steelyard.engine.metric.MetricState;
import io.github.steelyard.engine.metric.Metrics;
import io.github.steelyard.engine.metric.StateKind;
import io.github.steelyard.engine.metric.estimate.GroupedValues;
import io.github.steelyard.engine.metric.estimate.Slice;
import io.github.steelyard.engine.metric.estimate.SliceContrast;
import io.github.steelyard.engine.metric.estimate.SliceCounts;
import io.github.steelyard.engine.problem.BadInputException;
import io.github.steelyard.engine.task.ExampleColumns;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All metrics of all slices of one model's outcomes, in one pass. A scorecard keeps one state for
 * each slice value, group and kind of state, and a few for each slice value alone, so its size
 * depends on the data's variety, not on the number of rows; it is filled by one thread, and
 * scorecards of parts are merged. Equal examples give equal bytes, in whatever order and parts they
 * were added.
 *
 * <p>Slices are the columns {@code slice_*} of the examples; an example that has no value there is
 * in none of that column's slices. An example none of whose nullable outcomes has a value was not
 * scored: it is counted, and no metric sees it.
 */
public final class Scorecard {
  /** Above this a slice column is no slice column but an id. */
  public static final int MOST_SLICE_VALUES = 1_000;

  static final String SLICE_PREFIX = "slice_";
  private static final byte VERSION = 2;

  private final List<Metric> metrics;
  private final MetricSettings settings;
  private final List<StateKind> kinds;

  /** Kinds of states that a slice has once, not for each group. */
  private final List<StateKind> details;

  private final SortedMap<Slice, SliceStates> slices = new TreeMap<>();
  private final SliceStates all;

  /** For each kind the columns that were not there in some block. */
  private final List<SortedSet<String>> missing = new ArrayList<>();

  /**
   * An empty scorecard.
   *
   * @param metrics of one task, as from {@link Metrics#of}
   */
  public Scorecard(List<Metric> metrics, MetricSettings settings) {
    if (metrics.isEmpty()) {
      throw new IllegalArgumentException("Cannot make a scorecard without metrics");
    }
    this.metrics =
        metrics.stream()
            .filter(metric -> metric.appliesTo(settings))
            .sorted(Comparator.comparing(Metric::id))
            .toList();
    this.settings = settings;
    this.kinds = distinct(this.metrics.stream().map(metric -> metric.kind(settings)));
    this.details =
        distinct(this.metrics.stream().flatMap(metric -> metric.detail(settings).stream()));
    this.all = new SliceStates(kinds, details);
    slices.put(Slice.ALL, all);
    kinds.forEach(kind -> missing.add(new TreeSet<>()));
  }

  private static List<StateKind> distinct(Stream<StateKind> kinds) {
    SortedMap<String, StateKind> byId = new TreeMap<>();
    kinds.forEach(kind -> byId.put(kind.id(), kind));
    return List.copyOf(byId.values());
  }

  /**
   * Of the columns that the outcomes have, those that need to be read: what the metrics look at,
   * and what tells which examples were scored.
   */
  public List<Column> outcomeColumns(List<Column> stored) {
    Set<String> wanted =
        Stream.concat(kinds.stream(), details.stream())
            .flatMap(kind -> kind.columns().stream())
            .collect(Collectors.toSet());
    return Pairing.outcomeColumns(stored, wanted);
  }

  /**
   * Adds the examples of one pair of blocks. A scorecard that refused a block has seen some of its
   * rows and must not be used on.
   *
   * @param examples the columns of {@link ExampleColumns}, the task's labels, {@code slice_*}
   * @param outcomes of the same examples in the same order
   * @throws BadInputException when the rows do not belong together, a label or prediction is
   *     outside the classes, or a slice column has too many values
   */
  public void add(RowBlock examples, RowBlock outcomes) {
    Pairing.check(examples, outcomes);
    BlockAccumulators accumulators =
        new BlockAccumulators(kinds, details, missing, examples, outcomes);
    BitSet notScored = Pairing.notScored(outcomes);
    GroupedRows rows = GroupedRows.of(examples.ints(ExampleColumns.GROUP.name()), notScored);
    all.addNotScored(examples.rows() - rows.size());
    all.add(accumulators, rows, 0, rows.size());
    for (Column column : examples.columns()) {
      if (column.name().startsWith(SLICE_PREFIX)) {
        addSlices(column.name(), examples.strings(column.name()), accumulators, rows, notScored);
      }
    }
  }

  private void addSlices(
      String column,
      String[] values,
      BlockAccumulators accumulators,
      GroupedRows scored,
      BitSet notScored) {
    String name = column.substring(SLICE_PREFIX.length());
    List<SliceStates> present = new ArrayList<>();
    int[] indexOfRow = indexOfSlices(name, values, present);
    notScored.stream()
        .filter(row -> row < indexOfRow.length && indexOfRow[row] >= 0)
        .forEach(row -> present.get(indexOfRow[row]).addNotScored(1));
    int[] ends = new int[present.size()];
    GroupedRows rows = scored.by(indexOfRow, ends);
    for (int index = 0; index < ends.length; index++) {
      present.get(index).add(accumulators, rows, index == 0 ? 0 : ends[index - 1], ends[index]);
    }
  }

  /** For each row the place of its slice in the list, or -1 where it has no value. */
  private int[] indexOfSlices(String column, String[] values, List<SliceStates> present) {
    Map<String, Integer> known = new HashMap<>();
    int[] indexOfRow = new int[values.length];
    for (int row = 0; row < values.length; row++) {
      String value = values[row];
      if (value == null) {
        indexOfRow[row] = -1;
        continue;
      }
      Integer index = known.get(value);
      if (index == null) {
        index = present.size();
        known.put(value, index);
        present.add(slice(new Slice(column, value)));
      }
      indexOfRow[row] = index;
    }
    checkSliceValues(column);
    return indexOfRow;
  }

  private SliceStates slice(Slice slice) {
    return slices.computeIfAbsent(slice, key -> new SliceStates(kinds, details));
  }

  private void checkSliceValues(String column) {
    long values = slices.keySet().stream().filter(slice -> slice.column().equals(column)).count();
    if (values > MOST_SLICE_VALUES) {
      throw new BadInputException(
          "The slice column '%s' has more than %d values: expected few, each with many examples"
              .formatted(column, MOST_SLICE_VALUES));
    }
  }

  /** Adds what another scorecard of the same metrics and settings saw. */
  public void merge(Scorecard other) {
    checkSame(other);
    other.slices.forEach((slice, states) -> slice(slice).merge(states));
    other.slices.keySet().stream().map(Slice::column).distinct().forEach(this::checkSliceValues);
    for (int i = 0; i < missing.size(); i++) {
      missing.get(i).addAll(other.missing.get(i));
    }
  }

  private void checkSame(Scorecard other) {
    if (!ids(kinds).equals(ids(other.kinds)) || !settings.equals(other.settings)) {
      throw new IllegalArgumentException(
          "Cannot join scorecards of other metrics or settings: " + ids(other.kinds));
    }
  }

  private static List<String> ids(List<StateKind> kinds) {
    return kinds.stream().map(StateKind::id).toList();
  }

  /** How many examples each slice has; all examples first, then by column and value. */
  public List<SliceCounts> counts() {
    List<SliceCounts> counts = new ArrayList<>();
    slices.forEach(
        (slice, states) ->
            counts.add(new SliceCounts(slice, states.examples(), states.notScored())));
    return counts;
  }

  /** A slice's state of the kind with this id, for what is more than a number: a matrix, bins. */
  public Optional<MetricState> state(Slice slice, String kind) {
    SliceStates states = slices.get(slice);
    if (states == null) {
      return Optional.empty();
    }
    int detail = ids(details).indexOf(kind);
    if (detail >= 0) {
      return Optional.of(states.detail(detail));
    }
    int index = ids(kinds).indexOf(kind);
    return index < 0 ? Optional.empty() : Optional.of(states.total(index));
  }

  /**
   * All values of all metrics with their intervals: by slice (all examples first), then by metric
   * id, then in the order of the metric's aspects.
   *
   * @param confidence in (0, 1), of each interval on its own
   */
  public List<ScoreRow> estimates(double confidence) {
    List<ScoreRow> rows = new ArrayList<>();
    SliceEstimates estimates =
        new SliceEstimates(metrics, settings, kinds, List.copyOf(missing), confidence);
    slices.forEach(
        (slice, states) ->
            estimates.of(states).forEach(estimate -> rows.add(new ScoreRow(slice, estimate))));
    return rows;
  }

  /**
   * By how much this model's values exceed those of another one on the same examples, with the
   * jackknife's intervals of the differences over the groups that both share; in the order of
   * {@link #estimates}, slices that have examples. For the accuracies of independent examples
   * {@link io.github.steelyard.engine.statistics.Tango} is better where few examples tell the
   * models apart.
   *
   * @param other of the same metrics and settings, filled with the same examples, of which both
   *     models scored the same ones
   * @throws BadInputException when the numbers or the groups of examples differ
   */
  public List<ScoreRow> differences(Scorecard other, double confidence) {
    checkSame(other);
    if (!missing.equals(other.missing) || !slices.keySet().equals(other.slices.keySet())) {
      throw new BadInputException("Cannot pair two models whose columns or slices differ");
    }
    GroupedValues ours = grouped(slices.keySet());
    GroupedValues theirs = other.grouped(slices.keySet());
    List<ScoreRow> rows = new ArrayList<>();
    for (Slice slice : slices.keySet()) {
      ours.differences(theirs, slice, confidence)
          .forEach(difference -> rows.add(new ScoreRow(slice, difference.estimate())));
    }
    return rows;
  }

  /**
   * The values of some slices with those without each group: to be compared with other models'. The
   * values whose columns are not stored in the outcomes are left out.
   *
   * @param chosen slices that this scorecard has
   */
  public GroupedValues grouped(Collection<Slice> chosen) {
    List<Metric> stored =
        metrics.stream()
            .filter(metric -> missing.get(ids(kinds).indexOf(metric.kind(settings).id())).isEmpty())
            .toList();
    GroupedEstimates estimates = new GroupedEstimates(stored, settings, kinds);
    GroupedValues values = new GroupedValues(settings.clustered());
    chosen.forEach(
        slice -> values.put(slice, estimates.of(Objects.requireNonNull(slices.get(slice)))));
    return values;
  }

  /**
   * By how much the values of each slice exceed those of the rest of its column: of all examples
   * that have another value there. Examples of different slices are different ones, so the interval
   * joins those of the two ({@link io.github.steelyard.engine.statistics.IndependentDifference});
   * where clusters reach over slices it is the jackknife of the difference over their groups.
   *
   * @param estimates what {@link #estimates} gave, for its confidence
   * @param fewest with fewer scored examples on either side there is no difference
   */
  public List<SliceContrast> contrasts(List<ScoreRow> estimates, double confidence, int fewest) {
    SliceEstimates ofRest =
        new SliceEstimates(metrics, settings, kinds, List.copyOf(missing), confidence);
    ClusteredContrast clusters =
        settings.clustered() ? new ClusteredContrast(metrics, settings, kinds, confidence) : null;
    return new SliceContrasts(ofRest, clusters, () -> new SliceStates(kinds, details), fewest)
        .of(slices, estimates);
  }

  public void write(DataOutput out) throws IOException {
    out.writeByte(VERSION);
    Strings.write(ids(kinds), out);
    for (SortedSet<String> columns : missing) {
      Strings.write(columns, out);
    }
    out.writeInt(slices.size());
    for (Map.Entry<Slice, SliceStates> entry : slices.entrySet()) {
      Strings.write(List.of(entry.getKey().column(), entry.getKey().value()), out);
      entry.getValue().write(out);
    }
  }

  /**
   * Reads what a scorecard of the same metrics and settings wrote.
   *
   * @throws IOException for another version or other metrics
   */
  public static Scorecard read(List<Metric> metrics, MetricSettings settings, DataInput in)
      throws IOException {
    byte version = in.readByte();
    if (version != VERSION) {
      throw new IOException(
          "Cannot read a scorecard of version " + version + ": expected " + VERSION);
    }
    Scorecard scorecard = new Scorecard(metrics, settings);
    List<String> ids = Strings.read(in);
    if (!ids.equals(ids(scorecard.kinds))) {
      throw new IOException(
          "Cannot read a scorecard of " + ids + ": expected " + ids(scorecard.kinds));
    }
    for (SortedSet<String> columns : scorecard.missing) {
      columns.addAll(Strings.read(in));
    }
    int size = in.readInt();
    for (int i = 0; i < size; i++) {
      List<String> names = Strings.read(in);
      if (names.size() != 2) {
        throw new IOException("Cannot read a scorecard with a slice " + names);
      }
      Slice slice = new Slice(names.get(0), names.get(1));
      SliceStates states = SliceStates.read(scorecard.kinds, scorecard.details, in);
      scorecard.slice(slice).merge(states);
    }
    return scorecard;
  }
}
