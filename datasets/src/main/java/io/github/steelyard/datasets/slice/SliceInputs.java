package io.github.steelyard.datasets.slice;

import io.github.steelyard.datasets.prepare.PreparedSplit;
import io.github.steelyard.engine.columnar.Column;
import io.github.steelyard.engine.columnar.RowBlock;
import io.github.steelyard.engine.data.LabelMap;
import io.github.steelyard.engine.task.ExampleColumns;
import io.github.steelyard.engine.task.classification.ClassificationTask;
import java.lang.reflect.Array;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * The columns of prepared examples that expressions may mention, by the names people know: the
 * slice columns without their prefix, {@code label} (a class by its name), {@code weight} and
 * {@code id}. A slice column of such a name hides the other one.
 */
final class SliceInputs {
  private final Map<String, Column> columns = new LinkedHashMap<>();
  private final LabelMap labels;

  SliceInputs(PreparedSplit split) {
    labels = split.labels();
    for (Column column : split.exampleColumns()) {
      boolean internal =
          column.equals(ExampleColumns.ORDINAL) || column.equals(ExampleColumns.GROUP);
      if (!internal && type(column) != null) {
        columns.put(column.name(), column);
      }
    }
    for (String slice : split.slices()) {
      Column column = Objects.requireNonNull(columns.remove(ExampleColumns.slice(0, slice).name()));
      columns.put(slice, column);
    }
  }

  SortedSet<String> names() {
    return new TreeSet<>(columns.keySet());
  }

  /** Of some of them, as Spark needs to know it. */
  StructType schema(Collection<String> names) {
    StructType schema = new StructType();
    for (String name : names) {
      schema = schema.add(name, Objects.requireNonNull(type(column(name))), true);
    }
    return schema;
  }

  private Column column(String name) {
    return Objects.requireNonNull(columns.get(name), name);
  }

  private boolean isClass(Column column) {
    return column.equals(ClassificationTask.LABEL);
  }

  /** Null for columns of lists and bytes: no expression takes them. */
  private @Nullable DataType type(Column column) {
    return switch (column.type()) {
      case STRING -> DataTypes.StringType;
      case BOOLEAN -> DataTypes.BooleanType;
      case INT32 -> isClass(column) ? DataTypes.StringType : DataTypes.IntegerType;
      case INT64 -> DataTypes.LongType;
      case FLOAT32 -> DataTypes.FloatType;
      case FLOAT64 -> DataTypes.DoubleType;
      default -> null;
    };
  }

  /** The values of one column's rows. */
  IntFunction<@Nullable Object> values(String name, RowBlock examples) {
    Column column = column(name);
    Object values = examples.array(column.name());
    if (isClass(column)) {
      return classes((int[]) values);
    }
    return row -> Array.get(values, row);
  }

  private IntFunction<@Nullable Object> classes(int[] indices) {
    String[] names =
        IntStream.range(0, labels.classes()).mapToObj(labels::name).toArray(String[]::new);
    return row -> names[indices[row]];
  }
}
