package io.github.steelyard.datasets.format;

import io.github.steelyard.engine.data.TensorType;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import scala.jdk.javaapi.CollectionConverters;

/** The rows that every format yields. */
public final class RawExamples {
  /**
   * {@code id}: the example's own, or null where it has none; {@code place}: file and row for
   * messages ({@code images/7/a.png}, {@code iris.csv, row 17}); {@code order}: where there is no
   * id, what orders and names the example instead: its file's content hash and its zero-padded row;
   * {@code label}: as text, of several labels the {@link LabelText}; {@code weight}; {@code
   * cluster}: the value of the cluster column, or null; {@code slices}: slice name to value; {@code
   * shape} and {@code type} of the decoded input ({@code UINT8} or {@code FLOAT32}, row-major,
   * little-endian; images are height, width, channels), and its bytes; {@code sketch}: of the text
   * that stands beside it, or null where there is none.
   */
  public static final StructType SCHEMA =
      new StructType()
          .add("id", DataTypes.StringType, true)
          .add("place", DataTypes.StringType, false)
          .add("order", DataTypes.StringType, true)
          .add("label", DataTypes.StringType, true)
          .add("weight", DataTypes.DoubleType, false)
          .add("cluster", DataTypes.StringType, true)
          .add(
              "slices",
              DataTypes.createMapType(DataTypes.StringType, DataTypes.StringType, true),
              false)
          .add("type", DataTypes.StringType, false)
          .add("shape", DataTypes.createArrayType(DataTypes.IntegerType, false), false)
          .add("input", DataTypes.BinaryType, false)
          .add("sketch", DataTypes.BinaryType, true);

  /** Where each value stands in a row. */
  public static final int ID_FIELD = 0;

  public static final int PLACE_FIELD = 1;
  public static final int ORDER_FIELD = 2;
  public static final int LABEL_FIELD = 3;
  public static final int WEIGHT_FIELD = 4;
  public static final int CLUSTER_FIELD = 5;
  public static final int SLICES_FIELD = 6;
  public static final int TYPE_FIELD = 7;
  public static final int SHAPE_FIELD = 8;
  public static final int INPUT_FIELD = 9;
  public static final int SKETCH_FIELD = 10;

  private RawExamples() {}

  /** One such row without text, its values in the order of the schema. */
  public static Row row(
      @Nullable String id,
      String place,
      @Nullable String order,
      @Nullable String label,
      double weight,
      @Nullable String cluster,
      Map<String, @Nullable String> slices,
      TensorType type,
      List<Integer> shape,
      byte[] input) {
    return row(id, place, order, label, weight, cluster, slices, type, shape, input, null);
  }

  /** One such row. */
  public static Row row(
      @Nullable String id,
      String place,
      @Nullable String order,
      @Nullable String label,
      double weight,
      @Nullable String cluster,
      Map<String, @Nullable String> slices,
      TensorType type,
      List<Integer> shape,
      byte[] input,
      byte @Nullable [] sketch) {
    return RowFactory.create(
        id,
        place,
        order,
        label,
        weight,
        cluster,
        CollectionConverters.asScala(slices),
        type.name(),
        CollectionConverters.asScala(shape),
        input,
        sketch);
  }
}
