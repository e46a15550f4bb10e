/** Numbers and bytes as Parquet's plain pages, numbers from whole arrays instead of one by one. */
@NullMarked
package io.github.steelyard.engine.columnar.plain;

import org.jspecify.annotations.NullMarked;
