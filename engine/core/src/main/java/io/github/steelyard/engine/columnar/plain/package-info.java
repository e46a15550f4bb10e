/** Numbers as Parquet's plain pages, filled from whole arrays instead of value by value. */
@NullMarked
package io.github.steelyard.engine.columnar.plain;

import org.jspecify.annotations.NullMarked;
