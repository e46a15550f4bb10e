package io.github.steelyard.datasets.column;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.catalyst.CatalystTypeConverters;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.SpecializedGetters;
import org.apache.spark.sql.catalyst.expressions.UnsafeArrayData;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.BinaryType;
import org.apache.spark.sql.types.ByteType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DoubleType;
import org.apache.spark.sql.types.FloatType;
import org.apache.spark.sql.types.IntegerType;
import org.apache.spark.sql.types.LongType;
import org.apache.spark.sql.types.ShortType;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.vectorized.ColumnarBatch;
import org.apache.spark.unsafe.Platform;
import org.jspecify.annotations.Nullable;
import scala.Function1;
import scala.Function2;
import scala.collection.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Reads a relation's rows as Spark holds them: arrays come as primitive ones, where a {@code Row}
 * would box every number. What Spark calls internal is used here, in {@link InternalBatches} and
 * for the SQL of slices, nowhere else, so that another Spark costs three classes; the calls are
 * those of 4.0 to 4.2.
 */
final class InternalRows implements Cells {
  /** Makes rows of a partition's cells, in the executors. */
  interface Assembly extends Serializable {
    Iterator<Row> of(InternalRows rows);
  }

  private final Iterator<InternalRow> rows;

  /** For each column the index in a row. */
  private final int[] fields;

  private final DataType[] types;
  private final Function2<SpecializedGetters, Object, Object>[] accessors;
  private final Function1<Object, Object>[] converters;
  private InternalRow row;

  @SuppressWarnings({"unchecked", "rawtypes", "NullAway.Init"}) // an array of generics; advance()
  private InternalRows(Iterator<InternalRow> rows, int[] fields, StructType schema) {
    this.rows = rows;
    this.fields = fields;
    this.types = new DataType[schema.size()];
    this.accessors = new Function2[schema.size()];
    this.converters = new Function1[schema.size()];
    for (int column = 0; column < types.length; column++) {
      types[column] = schema.apply(column).dataType();
      // Found once: to look for it in every row takes longer than to read the value.
      accessors[column] = InternalRow.getAccessor(types[column], false);
      converters[column] = CatalystTypeConverters.createToScalaConverter(types[column]);
    }
  }

  /** Reads a relation, each partition by itself. */
  static JavaRDD<Row> read(Dataset<Row> relation, Assembly assembly) {
    StructType schema = relation.schema();
    InternalBatches.Scan scan =
        InternalBatches.scan(relation.queryExecution().executedPlan()).orElse(null);
    if (scan != null) {
      int[] fields = scan.columns().stream().mapToInt(Integer::intValue).toArray();
      FlatMapFunction<Iterator<ColumnarBatch>, Row> read =
          batches -> assembly.of(new InternalRows(new InternalBatches(batches), fields, schema));
      return scan.batches().mapPartitions(read);
    }
    int[] fields = IntStream.range(0, schema.size()).toArray();
    FlatMapFunction<Iterator<InternalRow>, Row> read =
        rows -> assembly.of(new InternalRows(rows, fields, schema));
    return relation.queryExecution().toRdd().toJavaRDD().mapPartitions(read);
  }

  boolean hasNext() {
    return rows.hasNext();
  }

  /** Moves to the next row; the one before is no longer valid. */
  void advance() {
    row = rows.next();
  }

  /** Some columns as a row of Spark's public kind. */
  Row outside(int firstColumn) {
    Object[] values = new Object[types.length - firstColumn];
    for (int i = 0; i < values.length; i++) {
      values[i] = value(firstColumn + i);
    }
    return RowFactory.create(values);
  }

  private @Nullable Object value(int column) {
    int field = fields[column];
    return row.isNullAt(field)
        ? null
        : converters[column].apply(accessors[column].apply(row, field));
  }

  @Override
  public @Nullable String text(int column) {
    return text(value(column));
  }

  @Override
  public @Nullable List<String> texts(int column) {
    if (!(types[column] instanceof ArrayType)) {
      return Cells.super.texts(column);
    }
    Object value = value(column);
    if (value == null) {
      return null;
    }
    List<String> texts = new ArrayList<>();
    // A null becomes an empty text, which is no label.
    for (Object element : CollectionConverters.asJava((Seq<?>) value)) {
      texts.add(Objects.requireNonNullElse(text(element), ""));
    }
    return texts;
  }

  private static @Nullable String text(@Nullable Object value) {
    if (value instanceof Double || value instanceof Float) {
      double number = ((Number) value).doubleValue();
      // Classes are often kept as floating-point numbers: 3.0 is class 3.
      return number == Math.rint(number) && Math.abs(number) < 1L << 53
          ? Long.toString((long) number)
          : value.toString();
    }
    if (value instanceof BigDecimal number) {
      return number.stripTrailingZeros().toPlainString();
    }
    return value == null ? null : value.toString();
  }

  @Override
  public void numbers(int column, FeatureValues target) {
    DataType type = types[column];
    int field = fields[column];
    if (row.isNullAt(field)) {
      throw target.unexpected("no value");
    }
    if (type instanceof BinaryType) {
      target.add(row.getBinary(field));
    } else if (type instanceof ArrayType array) {
      target.list();
      add(row.getArray(field), array, mayHoldNull(field), target);
    } else if (type instanceof FloatType) {
      target.add(row.getFloat(field));
    } else if (type instanceof DoubleType) {
      target.add(row.getDouble(field));
    } else if (value(column) instanceof Number number) {
      target.add(number.doubleValue());
    } else {
      throw target.unexpected("no value");
    }
  }

  private static void add(
      ArrayData array, ArrayType type, boolean mayHoldNull, FeatureValues target) {
    DataType element = type.elementType();
    int size = array.numElements();
    if (element instanceof ArrayType inner) {
      for (int i = 0; i < size; i++) {
        if (array.isNullAt(i)) {
          throw target.unexpected("no value");
        }
        add(array.getArray(i), inner, true, target);
      }
      return;
    }
    if (type.containsNull() && mayHoldNull && mayHoldNull(array)) {
      size = firstNull(array, size);
    }
    if (size == array.numElements() && element instanceof FloatType) {
      target.add(array.toFloatArray());
    } else if (size == array.numElements() && element instanceof DoubleType) {
      target.add(array.toDoubleArray());
    } else {
      for (int i = 0; i < size; i++) {
        target.add(number(array, i, element));
      }
    }
    if (size < array.numElements()) {
      throw target.unexpected("no value");
    }
  }

  private boolean mayHoldNull(int field) {
    return !(rows instanceof InternalBatches batches) || batches.mayHoldNull(field);
  }

  /** Whether any null bit is set; they stand behind the array's size, 64 in each word. */
  private static boolean mayHoldNull(ArrayData array) {
    if (!(array instanceof UnsafeArrayData unsafe)) {
      return true;
    }
    long end = UnsafeArrayData.calculateHeaderPortionInBytes(unsafe.numElements());
    for (long at = Long.BYTES; at < end; at += Long.BYTES) {
      if (Platform.getLong(unsafe.getBaseObject(), unsafe.getBaseOffset() + at) != 0) {
        return true;
      }
    }
    return false;
  }

  private static int firstNull(ArrayData array, int size) {
    int first = 0;
    while (first < size && !array.isNullAt(first)) {
      first++;
    }
    return first;
  }

  private static double number(ArrayData array, int index, DataType type) {
    if (type instanceof ByteType) {
      return array.getByte(index);
    } else if (type instanceof ShortType) {
      return array.getShort(index);
    } else if (type instanceof IntegerType) {
      return array.getInt(index);
    } else if (type instanceof LongType) {
      return array.getLong(index);
    } else if (type instanceof FloatType) {
      return array.getFloat(index);
    } else if (type instanceof DoubleType) {
      return array.getDouble(index);
    }
    Object value =
        CatalystTypeConverters.createToScalaConverter(type).apply(array.get(index, type));
    return ((Number) value).doubleValue();
  }
}
