package io.github.steelyard.datasets.prepare;

import io.github.steelyard.datasets.column.FiniteFloats;
import io.github.steelyard.datasets.example.ChunkBuilder;
import io.github.steelyard.datasets.example.ExampleChunk;
import io.github.steelyard.datasets.example.ExampleHead;
import io.github.steelyard.datasets.example.InputForm;
import io.github.steelyard.datasets.format.LabelText;
import io.github.steelyard.datasets.format.RawExamples;
import io.github.steelyard.engine.data.TensorType;
import io.github.steelyard.engine.label.Labelling;
import io.github.steelyard.engine.problem.DataException;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/** Raw rows to checked examples, in the executors: a text becomes a label. */
final class ExampleChecker implements Iterator<byte[][]> {
  private final Iterator<Row> rows;
  private final Labelling labelling;
  private @Nullable InputForm form;
  private int inputBytes;

  private ExampleChecker(Iterator<Row> rows, Labelling labelling) {
    this.rows = rows;
    this.labelling = labelling;
  }

  /** As {@link ExampleChunk} has them. */
  static JavaRDD<byte[][]> check(JavaRDD<Row> raw, Labelling labelling) {
    FlatMapFunction<Iterator<Row>, byte[][]> check = rows -> new ExampleChecker(rows, labelling);
    return raw.mapPartitions(check);
  }

  @Override
  public boolean hasNext() {
    return rows.hasNext();
  }

  @Override
  public byte[][] next() {
    ChunkBuilder chunk = new ChunkBuilder(inputBytes);
    do {
      add(rows.next(), chunk);
    } while (!chunk.isFull() && rows.hasNext());
    byte[][] arrays = chunk.build();
    // What the next chunk of the same inputs takes, if it gets full.
    inputBytes = chunk.isFull() ? ExampleChunk.of(arrays).inputs().length : 0;
    return arrays;
  }

  private void add(Row row, ChunkBuilder chunk) {
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
            row.getAs(RawExamples.SKETCH_FIELD));
    chunk.add(form(type, shape, place), head, input);
  }

  /** That of the first example, which all others must have. */
  private InputForm form(TensorType type, List<Integer> shape, String place) {
    if (form == null) {
      form = new InputForm(type, shape, place);
    } else if (!form.fits(type, shape)) {
      throw form.refusal(new InputForm(type, shape, place));
    }
    return form;
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
    int infinite = FiniteFloats.firstOther(input);
    if (infinite >= 0) {
      throw new DataException(
          place,
          "element "
              + infinite
              + ": expected a finite number. Found: "
              + FiniteFloats.value(input, infinite));
    }
  }
}
