package io.github.steelyard.datasets.column;

import io.github.steelyard.datasets.format.OptionKind;
import io.github.steelyard.datasets.format.OptionSpec;
import io.github.steelyard.datasets.format.Options;
import io.github.steelyard.engine.data.TensorType;
import io.github.steelyard.engine.problem.DataException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which column plays which part, as a split's options say.
 *
 * @param features in the order of the input; empty until {@link #resolved} where all that have no
 *     other part are meant
 * @param allOthers whether they are
 * @param labels the column of the label; or several, each 0 or 1 and named after its label
 * @param labelSeparator what stands between the labels of a cell, or null where a cell is one
 * @param text the column by whose words near duplicates are found, or null
 * @param shape of one input, or empty for one dimension
 * @param type of an input's numbers
 */
public record ColumnRoles(
    List<String> features,
    boolean allOthers,
    List<String> labels,
    @Nullable String labelSeparator,
    @Nullable String id,
    @Nullable String weight,
    @Nullable String clusterBy,
    List<String> slices,
    @Nullable String text,
    List<Integer> shape,
    TensorType type)
    implements Serializable {
  /** The key of the column of text. */
  public static final String TEXT = "text";

  public ColumnRoles {
    features = List.copyOf(features);
    labels = List.copyOf(labels);
    slices = List.copyOf(slices);
    shape = List.copyOf(shape);
  }

  /** The keys that say it. */
  public static List<OptionSpec> options() {
    return List.of(
        OptionSpec.optional(
            "features",
            OptionKind.TEXTS,
            "The columns of a model's input, in its order; by default all without another part."),
        OptionSpec.required(
            "label",
            OptionKind.TEXTS,
            "The column of the true class, number or list of labels; or several columns of 0 and 1,"
                + " each named after its label."),
        OptionSpec.optional(
            "label_separator",
            OptionKind.TEXT,
            "What stands between the labels of a cell, where one cell holds several in a text; by"
                + " default a cell is one label."),
        OptionSpec.optional(
            "id",
            OptionKind.TEXT,
            "The column of each example's unique id; by default the file's contents and the row."),
        OptionSpec.optional(
            "weight",
            OptionKind.TEXT,
            "The column that says how much an example counts; by default 1."),
        OptionSpec.optional(
            "cluster_by",
            OptionKind.TEXT,
            "The column whose equal values belong together (a patient); by default each example is"
                + " on its own."),
        OptionSpec.optional(
            "slices",
            OptionKind.TEXTS,
            "The columns by whose values metrics are split, too; by default none."),
        OptionSpec.optional(
            TEXT,
            OptionKind.TEXT,
            "A column of text that no model sees: near duplicates of training examples are found by"
                + " it, too; by default none."),
        OptionSpec.optional(
            "shape",
            OptionKind.TEXT,
            "The input's shape, for images HEIGHTxWIDTHxCHANNELS (28x28x1); by default one"
                + " dimension."),
        OptionSpec.optional(
            "type",
            OptionKind.TEXT,
            "How numbers are kept: float32 (the default) or uint8 (whole numbers 0 to 255)."));
  }

  /**
   * Reads them.
   *
   * @throws DataException when a value cannot be used
   */
  public static ColumnRoles of(Options options) {
    List<String> features = options.texts("features");
    List<String> labels = options.texts("label");
    for (String label : labels) {
      if (features.contains(label)) {
        throw new DataException(
            "features", "expected columns other than the label. Found: '" + label + "'");
      }
    }
    distinct("features", features);
    distinct("label", labels);
    return new ColumnRoles(
        features,
        features.isEmpty(),
        labels,
        separator(options, labels),
        options.text("id").orElse(null),
        options.text("weight").orElse(null),
        options.text("cluster_by").orElse(null),
        options.texts("slices"),
        options.text(TEXT).orElse(null),
        shape(options),
        type(options));
  }

  private static void distinct(String key, List<String> columns) {
    if (new HashSet<>(columns).size() != columns.size()) {
      throw new DataException(key, "expected each column once. Found: " + columns);
    }
  }

  private static @Nullable String separator(Options options, List<String> labels) {
    String separator = options.text("label_separator").orElse(null);
    if (separator != null && labels.size() > 1) {
      throw new DataException(
          "label_separator",
          "expected no separator where the labels are columns. Found: '" + separator + "'");
    }
    return separator;
  }

  private static List<Integer> shape(Options options) {
    String text = options.text("shape").orElse("");
    if (text.isEmpty()) {
      return List.of();
    }
    if (!text.matches("[1-9][0-9]{0,7}(x[1-9][0-9]{0,7}){0,7}")) {
      throw new DataException("shape", "expected extents like 28x28x1. Found: '" + text + "'");
    }
    List<Integer> extents = new ArrayList<>();
    for (String extent : List.of(text.split("x", -1))) {
      extents.add(Integer.parseInt(extent));
    }
    return extents;
  }

  private static TensorType type(Options options) {
    String text = options.text("type").orElse("float32");
    return switch (text) {
      case "float32" -> TensorType.FLOAT32;
      case "uint8" -> TensorType.UINT8;
      default ->
          throw new DataException("type", "expected float32 or uint8. Found: '" + text + "'");
    };
  }

  /** The columns that have another part than a feature. */
  private List<String> others() {
    List<String> named = new ArrayList<>(slices);
    named.addAll(labels);
    for (String role : new String[] {id, weight, clusterBy, text}) {
      if (role != null) {
        named.add(role);
      }
    }
    return named;
  }

  /**
   * The same with the features by name.
   *
   * @param columns of the source, in its order
   * @param place the source's name, for messages
   * @throws DataException naming a column that is not there
   */
  public ColumnRoles resolved(List<String> columns, String place) {
    Set<String> known = new HashSet<>(columns);
    if (known.size() != columns.size()) {
      throw new DataException(place, "expected each column once. Found: " + columns);
    }
    List<String> needed = new ArrayList<>(others());
    needed.addAll(features);
    for (String column : needed) {
      if (!known.contains(column)) {
        throw new DataException(
            place, "has no column '" + column + "'. Known: " + String.join(", ", columns));
      }
    }
    if (!features.isEmpty()) {
      return this;
    }
    List<String> rest = new ArrayList<>(columns);
    rest.removeAll(new HashSet<>(others()));
    if (rest.isEmpty()) {
      throw new DataException(place, "has no column left for the features");
    }
    return new ColumnRoles(
        rest, true, labels, labelSeparator, id, weight, clusterBy, slices, text, shape, type);
  }

  /** All columns that are read, each once. */
  public List<String> used() {
    List<String> used = new ArrayList<>(new LinkedHashSet<>(others()));
    features.stream().filter(feature -> !used.contains(feature)).forEach(used::add);
    return used;
  }
}
