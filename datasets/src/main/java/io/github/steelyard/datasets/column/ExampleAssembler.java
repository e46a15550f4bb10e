package io.github.steelyard.datasets.column;

import io.github.steelyard.datasets.format.RawExamples;
import io.github.steelyard.datasets.sketch.TextSketch;
import io.github.steelyard.engine.problem.DataException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/** Makes raw examples of the records of one source; used by one thread. */
public final class ExampleAssembler {
  private static final int NONE = -1;

  private final ColumnRoles roles;
  private final int[] features;
  private final LabelCells labels;
  private final int id;
  private final int weight;
  private final int cluster;
  private final int[] slices;
  private final int text;
  private final FeatureValues values;

  /**
   * For a source of these columns.
   *
   * @param roles resolved
   * @param place the source's name, for messages
   * @throws DataException naming a column that is not there, or one too many where all others were
   *     to be features
   */
  public ExampleAssembler(ColumnRoles roles, List<String> columns, String place) {
    this.roles = roles.resolved(columns, place);
    Map<String, Integer> indices = new HashMap<>();
    for (int index = 0; index < columns.size(); index++) {
      indices.put(columns.get(index), index);
    }
    if (roles.allOthers() && roles.used().size() != columns.size()) {
      List<String> used = roles.used();
      String unknown = columns.stream().filter(name -> !used.contains(name)).findFirst().orElse("");
      throw new DataException(
          place,
          "has a column '" + unknown + "' that the first file lacks; name the features to read");
    }
    this.features = roles.features().stream().mapToInt(indices::get).toArray();
    this.labels = new LabelCells(roles, roles.labels().stream().mapToInt(indices::get).toArray());
    this.id = index(indices, roles.id());
    this.weight = index(indices, roles.weight());
    this.cluster = index(indices, roles.clusterBy());
    this.slices = roles.slices().stream().mapToInt(indices::get).toArray();
    this.text = index(indices, roles.text());
    this.values = new FeatureValues(roles.type());
  }

  private static int index(Map<String, Integer> indices, @Nullable String column) {
    return column == null ? NONE : indices.getOrDefault(column, NONE);
  }

  /** Whether records need a place in the canonical order, since they have no id. */
  public boolean needsOrder() {
    return id == NONE;
  }

  /**
   * One record as a row of {@link RawExamples#SCHEMA}.
   *
   * @param place of the record
   * @param order of a record without id
   * @throws DataException naming the column whose value cannot be used
   */
  public Row assemble(String place, @Nullable String order, Cells cells) {
    values.start(place);
    for (int i = 0; i < features.length; i++) {
      values.column(roles.features().get(i));
      cells.numbers(features[i], values);
    }
    byte[] input = values.finish();
    return RawExamples.row(
        id == NONE ? null : required(cells, id, roles.id(), place),
        place,
        id == NONE ? order : null,
        labels.read(place, cells),
        weight(place, cells),
        cluster == NONE ? null : required(cells, cluster, roles.clusterBy(), place),
        slices(cells),
        roles.type(),
        shape(place, input.length / roles.type().bytes()),
        input,
        text == NONE ? null : TextSketch.of(cells.text(text)));
  }

  private static String required(Cells cells, int column, @Nullable String name, String place) {
    String text = cells.text(column);
    if (text == null || text.isEmpty()) {
      throw new DataException(place + ", column '" + name + "'", "expected a value. Found: none");
    }
    return text;
  }

  private double weight(String place, Cells cells) {
    if (weight == NONE) {
      return 1;
    }
    String text = required(cells, weight, roles.weight(), place);
    try {
      double value = Double.parseDouble(text);
      if (value >= 0 && value < Double.POSITIVE_INFINITY) {
        return value;
      }
    } catch (NumberFormatException e) {
      // The sentence below says all there is to say.
    }
    throw new DataException(
        place + ", column '" + roles.weight() + "'",
        "expected a finite weight that is not negative. Found: '" + text + "'");
  }

  private Map<String, @Nullable String> slices(Cells cells) {
    Map<String, @Nullable String> bySlice = new LinkedHashMap<>();
    for (int i = 0; i < slices.length; i++) {
      bySlice.put(roles.slices().get(i), cells.text(slices[i]));
    }
    return bySlice;
  }

  private List<Integer> shape(String place, int elements) {
    if (roles.shape().isEmpty()) {
      return List.of(elements);
    }
    long expected = roles.shape().stream().mapToLong(Integer::longValue).reduce(1, (a, b) -> a * b);
    if (expected != elements) {
      throw new DataException(
          place,
          "expected " + expected + " features for shape " + roles.shape() + ". Found: " + elements);
    }
    return roles.shape();
  }
}
