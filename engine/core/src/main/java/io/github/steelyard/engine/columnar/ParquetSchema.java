package io.github.steelyard.engine.columnar;

import java.util.List;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;
import org.jspecify.annotations.Nullable;

/** Columns as a Parquet schema; lists have the standard three levels with required elements. */
final class ParquetSchema {
  private ParquetSchema() {}

  static MessageType of(List<Column> columns) {
    Types.MessageTypeBuilder message = Types.buildMessage();
    for (Column column : columns) {
      message.addField(field(column));
    }
    return message.named("rows");
  }

  static boolean list(Column column) {
    return switch (column.type()) {
      case INT32_LIST, FLOAT32_LIST, STRING_LIST -> true;
      default -> false;
    };
  }

  private static Type field(Column column) {
    Type.Repetition repetition =
        column.nullable() ? Type.Repetition.OPTIONAL : Type.Repetition.REQUIRED;
    if (list(column)) {
      Type element =
          Types.primitive(physical(column.type()), Type.Repetition.REQUIRED)
              .as(logical(column.type()))
              .named("element");
      return Types.list(repetition).element(element).named(column.name()).withId(column.id());
    }
    return Types.primitive(physical(column.type()), repetition)
        .as(logical(column.type()))
        .named(column.name())
        .withId(column.id());
  }

  private static PrimitiveTypeName physical(ColumnType type) {
    return switch (type) {
      case BOOLEAN -> PrimitiveTypeName.BOOLEAN;
      case INT32, INT32_LIST -> PrimitiveTypeName.INT32;
      case INT64, TIMESTAMP -> PrimitiveTypeName.INT64;
      case FLOAT32, FLOAT32_LIST -> PrimitiveTypeName.FLOAT;
      case FLOAT64 -> PrimitiveTypeName.DOUBLE;
      case STRING, BINARY, STRING_LIST -> PrimitiveTypeName.BINARY;
    };
  }

  private static @Nullable LogicalTypeAnnotation logical(ColumnType type) {
    return switch (type) {
      case STRING, STRING_LIST -> LogicalTypeAnnotation.stringType();
      case TIMESTAMP -> LogicalTypeAnnotation.timestampType(true, TimeUnit.MILLIS);
      default -> null;
    };
  }
}
