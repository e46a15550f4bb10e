package io.github.steelyard.datasets.format;

import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The rows that every format yields. */
public final class RawExamples {
  /**
   * {@code id}: the example's own, or null where it has none; {@code place}: file and row for
   * messages ({@code images/7/a.png}, {@code iris.csv, row 17}); {@code order}: where there is no
   * id, what orders and names the example instead: its file's content hash and its zero-padded row;
   * {@code label}: as text; {@code weight}; {@code cluster}: the value of the cluster column, or
   * null; {@code slices}: slice name to value; {@code shape} and {@code type} of the decoded input
   * ({@code UINT8} or {@code FLOAT32}, row-major, little-endian; images are height, width,
   * channels), and its bytes.
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
          .add("input", DataTypes.BinaryType, false);

  private RawExamples() {}
}
