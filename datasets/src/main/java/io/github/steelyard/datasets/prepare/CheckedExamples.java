package io.github.steelyard.datasets.prepare;

import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The rows between checking and writing; what a column holds is said once, here. */
final class CheckedExamples {
  /** The example's id, or its order where it has none: what the canonical order goes by. */
  static final String KEY = "key";

  /** As its task's {@link io.github.steelyard.engine.label.Labelling} writes it. */
  static final String LABEL = "label";

  static final StructType SCHEMA =
      new StructType()
          .add(KEY, DataTypes.StringType, false)
          .add("place", DataTypes.StringType, false)
          .add("group", DataTypes.IntegerType, false)
          .add(LABEL, DataTypes.BinaryType, false)
          .add("weight", DataTypes.DoubleType, false)
          .add("cluster", DataTypes.StringType, true)
          .add(
              "slices",
              DataTypes.createMapType(DataTypes.StringType, DataTypes.StringType, true),
              false)
          .add("type", DataTypes.StringType, false)
          .add("shape", DataTypes.createArrayType(DataTypes.IntegerType, false), false)
          .add("input", DataTypes.BinaryType, false);

  static final int KEY_FIELD = 0;
  static final int PLACE_FIELD = 1;
  static final int GROUP_FIELD = 2;
  static final int LABEL_FIELD = 3;
  static final int WEIGHT_FIELD = 4;
  static final int CLUSTER_FIELD = 5;
  static final int SLICES_FIELD = 6;
  static final int TYPE_FIELD = 7;
  static final int SHAPE_FIELD = 8;
  static final int INPUT_FIELD = 9;

  private CheckedExamples() {}
}
