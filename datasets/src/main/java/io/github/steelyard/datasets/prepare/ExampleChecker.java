package io.github.steelyard.datasets.prepare;

import io.github.steelyard.datasets.format.LabelText;
import io.github.steelyard.datasets.format.RawExamples;
import io.github.steelyard.engine.data.TensorType;
import io.github.steelyard.engine.label.Labelling;
import io.github.steelyard.engine.problem.DataException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.sql.Row;

/** Raw rows to checked examples, in the executors: a text becomes a label. */
final class ExampleChecker implements Function<Row, byte[][]> {
  private static final long serialVersionUID = 1L;

  /** Reads a float32 where an array of bytes holds one. */
  private static final VarHandle FLOATS =
      MethodHandles.byteArrayViewVarHandle(float[].class, ByteOrder.LITTLE_ENDIAN);

  private final Labelling labelling;

  private ExampleChecker(Labelling labelling) {
    this.labelling = labelling;
  }

  /** Of each example its {@link ExampleHead} and its input. */
  static JavaRDD<byte[][]> check(JavaRDD<Row> raw, Labelling labelling) {
    return raw.map(new ExampleChecker(labelling));
  }

  @Override
  public byte[][] call(Row row) {
    String place = row.getString(RawExamples.PLACE_FIELD);
    String id = row.getString(RawExamples.ID_FIELD);
    String key = id == null ? row.getString(RawExamples.ORDER_FIELD) : id;
    if (key == null || key.isEmpty()) {
      throw new DataException(place, "has no id");
    }
    double weight = row.getDouble(RawExamples.WEIGHT_FIELD);
    if (!(weight >= 0 && weight < Double.POSITIVE_INFINITY)) {
      throw new DataException(
          place, "expected a finite weight that is not negative. Found: " + weight);
    }
    TensorType type = TensorType.valueOf(row.getString(RawExamples.TYPE_FIELD));
    List<Integer> shape = row.getList(RawExamples.SHAPE_FIELD);
    byte[] input = row.getAs(RawExamples.INPUT_FIELD);
    checkInput(place, type, shape, input);
    ExampleHead head =
        new ExampleHead(
            key,
            place,
            labelling.read(labels(row), place),
            weight,
            row.getString(RawExamples.CLUSTER_FIELD),
            row.getJavaMap(RawExamples.SLICES_FIELD),
            type,
            shape);
    return new byte[][] {head.bytes(), input};
  }

  private static List<String> labels(Row row) {
    return row.isNullAt(RawExamples.LABEL_FIELD)
        ? List.of()
        : LabelText.split(row.getString(RawExamples.LABEL_FIELD));
  }

  private static void checkInput(String place, TensorType type, List<Integer> shape, byte[] input) {
    long elements = 1;
    for (int extent : shape) {
      elements = Math.multiplyExact(elements, extent);
    }
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
      checkFinite(place, input);
    }
  }

  private static void checkFinite(String place, byte[] input) {
    for (int at = 0; at < input.length; at += Float.BYTES) {
      float value = (float) FLOATS.get(input, at);
      if (!Float.isFinite(value)) {
        throw new DataException(
            place, "element " + at / Float.BYTES + ": expected a finite number. Found: " + value);
      }
    }
  }
}
