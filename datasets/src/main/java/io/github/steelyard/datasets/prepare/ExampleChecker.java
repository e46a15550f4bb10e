package io.github.steelyard.datasets.prepare;

import io.github.steelyard.datasets.format.LabelValues;
import io.github.steelyard.engine.data.LabelMap;
import io.github.steelyard.engine.data.TensorType;
import io.github.steelyard.engine.problem.DataException;
import io.github.steelyard.engine.task.ExampleColumns;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.jspecify.annotations.Nullable;

/** Raw rows to checked ones, in the executors: the label becomes a class, the key a group. */
final class ExampleChecker implements MapFunction<Row, Row> {
  private final List<String> classes;
  private final Map<String, Integer> classOf = new HashMap<>();

  private ExampleChecker(LabelMap labels, LabelValues values) {
    this.classes = labels.names();
    for (int index = 0; index < labels.classes(); index++) {
      classOf.put(values == LabelValues.NAME ? labels.name(index) : Integer.toString(index), index);
    }
  }

  static Dataset<Row> check(Dataset<Row> raw, LabelMap labels, LabelValues values) {
    Column key = functions.coalesce(functions.col("id"), functions.col("order"));
    // Spark's xxhash64 is XXH64 of the UTF-8 bytes with the seed 42, whatever the version.
    Column hash = functions.xxhash64(functions.coalesce(functions.col("cluster"), key));
    Column group = functions.pmod(hash, functions.lit(ExampleColumns.GROUPS)).cast("int");
    return raw.select(
            key.as("key"),
            functions.col("place"),
            group.as("group"),
            functions.col("label"),
            functions.col("weight"),
            functions.col("cluster"),
            functions.col("slices"),
            functions.col("type"),
            functions.col("shape"),
            functions.col("input"))
        .map(new ExampleChecker(labels, values), Encoders.row(CheckedExamples.SCHEMA));
  }

  @Override
  public Row call(Row row) {
    String place = row.getString(CheckedExamples.PLACE_FIELD);
    String key = row.getString(CheckedExamples.KEY_FIELD);
    if (row.isNullAt(CheckedExamples.KEY_FIELD) || key.isEmpty()) {
      throw new DataException(place, "has no id");
    }
    double weight = row.getDouble(CheckedExamples.WEIGHT_FIELD);
    if (!(weight >= 0 && weight < Double.POSITIVE_INFINITY)) {
      throw new DataException(
          place, "expected a finite weight that is not negative. Found: " + weight);
    }
    byte[] input = row.getAs(CheckedExamples.INPUT_FIELD);
    checkInput(place, row, input);
    return RowFactory.create(
        key,
        place,
        row.getInt(CheckedExamples.GROUP_FIELD),
        label(place, row.isNullAt(CheckedExamples.LABEL_FIELD) ? null : row.getString(3)),
        weight,
        row.getString(CheckedExamples.CLUSTER_FIELD),
        row.getMap(CheckedExamples.SLICES_FIELD),
        row.getString(CheckedExamples.TYPE_FIELD),
        row.getSeq(CheckedExamples.SHAPE_FIELD),
        input);
  }

  private int label(String place, @Nullable String text) {
    if (text == null || text.isEmpty()) {
      throw new DataException(place, "has no label");
    }
    Integer index = classOf.get(text);
    if (index == null) {
      throw new DataException(
          place, "label '" + text + "' is none of the " + classes.size() + " classes " + shown());
    }
    return index;
  }

  private String shown() {
    int most = 10;
    List<String> first = classOf.keySet().stream().sorted(this::byIndex).limit(most).toList();
    return String.join(", ", first) + (classes.size() > most ? ", ..." : "");
  }

  private int byIndex(String one, String other) {
    return classOf.getOrDefault(one, 0) - classOf.getOrDefault(other, 0);
  }

  private static void checkInput(String place, Row row, byte[] input) {
    TensorType type = TensorType.valueOf(row.getString(CheckedExamples.TYPE_FIELD));
    List<Integer> shape = row.getList(CheckedExamples.SHAPE_FIELD);
    long elements = shape.stream().mapToLong(Integer::longValue).reduce(1, Math::multiplyExact);
    if (elements < 1 || elements * type.bytes() > ShardRule.MOST_BYTES) {
      throw new DataException(
          place, "expected an input of 1 byte to 64 MB. Found: shape " + shape + " of " + type);
    }
    if (elements * type.bytes() != input.length) {
      throw new DataException(
          place,
          "expected "
              + elements * type.bytes()
              + " bytes for shape "
              + shape
              + " of "
              + type
              + ". Found: "
              + input.length);
    }
    if (type == TensorType.FLOAT32) {
      FloatBuffer floats = ByteBuffer.wrap(input).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
      for (int element = 0; element < floats.limit(); element++) {
        if (!Float.isFinite(floats.get(element))) {
          throw new DataException(
              place,
              "element " + element + ": expected a finite number. Found: " + floats.get(element));
        }
      }
    }
  }
}
