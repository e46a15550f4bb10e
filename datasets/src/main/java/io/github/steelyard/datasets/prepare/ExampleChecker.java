package io.github.steelyard.datasets.prepare;

import io.github.steelyard.datasets.format.LabelText;
import io.github.steelyard.engine.data.TensorType;
import io.github.steelyard.engine.label.Labelling;
import io.github.steelyard.engine.problem.DataException;
import io.github.steelyard.engine.task.ExampleColumns;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.List;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;

/** Raw rows to checked ones, in the executors: a text becomes a label, the key a group. */
final class ExampleChecker implements MapFunction<Row, Row> {
  private final Labelling labelling;

  private ExampleChecker(Labelling labelling) {
    this.labelling = labelling;
  }

  static Dataset<Row> check(Dataset<Row> raw, Labelling labelling) {
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
        .map(new ExampleChecker(labelling), Encoders.row(CheckedExamples.SCHEMA));
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
        labelling.read(labels(row), place),
        weight,
        row.getString(CheckedExamples.CLUSTER_FIELD),
        row.getMap(CheckedExamples.SLICES_FIELD),
        row.getString(CheckedExamples.TYPE_FIELD),
        row.getSeq(CheckedExamples.SHAPE_FIELD),
        input);
  }

  private static List<String> labels(Row row) {
    return row.isNullAt(CheckedExamples.LABEL_FIELD)
        ? List.of()
        : LabelText.split(row.getString(CheckedExamples.LABEL_FIELD));
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
