package io.github.steelyard.engine.columnar;

import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.PrimitiveConverter;

/** Parquet's column readers want a record converter although values are read from them directly. */
final class IgnoringConverter extends GroupConverter {
  @Override
  public Converter getConverter(int field) {
    return new Either();
  }

  @Override
  public void start() {}

  @Override
  public void end() {}

  /** Passes for a group on the way to a leaf and for the leaf itself. */
  private static final class Either extends PrimitiveConverter {
    @Override
    public boolean isPrimitive() {
      return true;
    }

    @Override
    public GroupConverter asGroupConverter() {
      return new IgnoringConverter();
    }
  }
}
