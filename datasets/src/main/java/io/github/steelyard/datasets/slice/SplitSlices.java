package io.github.steelyard.datasets.slice;

import io.github.steelyard.datasets.prepare.PreparedSplit;
import io.github.steelyard.engine.columnar.Column;
import io.github.steelyard.engine.columnar.RowBlock;
import io.github.steelyard.engine.problem.DataException;
import io.github.steelyard.engine.task.ExampleColumns;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/**
 * The slice columns that a suite defines, ready for the examples of one split. Nothing of them is
 * stored: they are computed beside the stored ones whenever metrics are.
 */
public final class SplitSlices implements Serializable {
  private static final long serialVersionUID = 1L;

  /** A definition with its expression, if it has one. */
  private record Resolved(SliceDefinition definition, @Nullable SqlExpression expression)
      implements Serializable {}

  private final PreparedSplit split;
  private final ArrayList<Resolved> resolved = new ArrayList<>();
  private final ArrayList<OrdinalSlice> found = new ArrayList<>();

  private SplitSlices(PreparedSplit split) {
    this.split = split;
  }

  /** Without any. */
  public static SplitSlices none(PreparedSplit split) {
    return new SplitSlices(split);
  }

  /**
   * Adds a column, after those whose values it needs.
   *
   * @throws DataException naming the slice, the split and the columns that exist, when it mentions
   *     another one, has the name of one, or its expression does not fit their types
   */
  void add(SparkSession spark, SliceDefinition definition) {
    List<String> known = known(definition);
    for (String name : definition.columns()) {
      if (!known.contains(name)) {
        throw problem(definition, new Refusal("columns of " + String.join(", ", known), name));
      }
    }
    if (split.slices().contains(definition.name())) {
      throw problem(
          definition,
          new Refusal("a name that no slice column of the data set has", definition.name()));
    }
    resolved.add(new Resolved(definition, expression(spark, definition)));
  }

  /**
   * Adds a column, after those that the suite defines.
   *
   * @throws DataException naming the slice and the split, when another column has its name
   */
  void add(OrdinalSlice slice) {
    if (split.slices().contains(slice.name()) || names().contains(slice.name())) {
      throw problem(
          slice.name(),
          new Refusal("a name that no other slice has", slice.name()).sentence(),
          null);
    }
    found.add(slice);
  }

  /** Whether all columns are there that a definition mentions. */
  boolean has(SliceDefinition definition) {
    return known(definition).containsAll(definition.columns());
  }

  private List<String> known(SliceDefinition definition) {
    if (definition.sql() != null) {
      return List.copyOf(new SliceInputs(split).names());
    }
    List<String> known = new ArrayList<>(split.slices());
    known.addAll(names());
    return known;
  }

  private @Nullable SqlExpression expression(SparkSession spark, SliceDefinition definition) {
    String sql = definition.sql();
    if (sql == null) {
      return null;
    }
    try {
      return SqlExpression.resolve(spark, new SliceInputs(split).schema(definition.columns()), sql);
    } catch (UnfitExpressionException e) {
      throw problem(definition, e.getMessage(), e);
    }
  }

  private DataException problem(SliceDefinition definition, Refusal refusal) {
    return problem(definition, refusal.sentence(), null);
  }

  private DataException problem(
      SliceDefinition definition, @Nullable String sentence, @Nullable Throwable cause) {
    return problem(definition.name(), sentence, cause);
  }

  private DataException problem(String name, @Nullable String sentence, @Nullable Throwable cause) {
    return new DataException(
        "Slices '" + name + "' of " + split.dataset() + "/" + split.split(),
        String.valueOf(sentence),
        cause);
  }

  /** Whether an expression mentions a column by that name. */
  public boolean reads(String column) {
    return resolved.stream().anyMatch(one -> one.definition().columns().contains(column));
  }

  /** The names of the columns, in the order of the suite, then those that a run found. */
  public List<String> names() {
    return Stream.concat(
            resolved.stream().map(one -> one.definition().name()),
            found.stream().map(OrdinalSlice::name))
        .toList();
  }

  /** Makes ready for blocks of examples; used by one thread. */
  public Reading open() {
    return new Reading();
  }

  /** The split's examples on their way to the metrics. */
  public final class Reading {
    private final SliceInputs inputs = new SliceInputs(split);
    private final List<SqlExpression.@Nullable Evaluation> evaluations = new ArrayList<>();
    private final List<Column> columns = new ArrayList<>();

    private Reading() {
      for (Resolved one : resolved) {
        SqlExpression expression = one.expression();
        evaluations.add(expression == null ? null : expression.evaluation());
      }
      for (String name : names()) {
        columns.add(ExampleColumns.slice(split.slices().size() + columns.size(), name));
      }
    }

    /**
     * A block of examples with the columns beside its own.
     *
     * @throws DataException when an expression has no value for one of the examples
     */
    public RowBlock with(RowBlock examples) {
      if (columns.isEmpty()) {
        return examples;
      }
      RowBlock added = new RowBlock(columns, examples.rows());
      Map<String, String[]> slices = new LinkedHashMap<>();
      for (String slice : split.slices()) {
        slices.put(slice, examples.strings(ExampleColumns.slice(0, slice).name()));
      }
      for (int i = 0; i < resolved.size(); i++) {
        SliceDefinition definition = resolved.get(i).definition();
        String[] values = added.strings(columns.get(i).name());
        SqlExpression.Evaluation evaluation = evaluations.get(i);
        if (evaluation == null) {
          cross(definition, slices, values);
        } else {
          evaluate(definition, evaluation, examples, values);
        }
        slices.put(definition.name(), values);
      }
      for (int i = 0; i < found.size(); i++) {
        look(found.get(i), examples, added.strings(columns.get(resolved.size() + i).name()));
      }
      return examples.beside(added);
    }

    private static void look(OrdinalSlice slice, RowBlock examples, String[] values) {
      long[] ordinals = examples.longs(ExampleColumns.ORDINAL.name());
      for (int row = 0; row < values.length; row++) {
        values[row] = slice.value(ordinals[row]);
      }
    }

    private void cross(SliceDefinition definition, Map<String, String[]> slices, String[] values) {
      List<String[]> crossed =
          definition.cross().stream()
              .map(name -> Objects.requireNonNull(slices.get(name)))
              .toList();
      for (int row = 0; row < values.length; row++) {
        values[row] = Crosses.value(crossed, row);
      }
    }

    private void evaluate(
        SliceDefinition definition,
        SqlExpression.Evaluation evaluation,
        RowBlock examples,
        String[] values) {
      List<IntFunction<@Nullable Object>> columnValues =
          definition.columns().stream().map(name -> inputs.values(name, examples)).toList();
      @Nullable Object[] row = new Object[columnValues.size()];
      for (int index = 0; index < values.length; index++) {
        for (int column = 0; column < row.length; column++) {
          row[column] = columnValues.get(column).apply(index);
        }
        try {
          values[index] = evaluation.of(row);
        } catch (UnfitExpressionException e) {
          throw problem(definition, e.getMessage(), e);
        }
      }
    }
  }
}
