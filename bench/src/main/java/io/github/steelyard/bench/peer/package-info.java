/** Whole evaluations on Spark against those of other systems, from rows in files to figures. */
@NullMarked
package io.github.steelyard.bench.peer;

import org.jspecify.annotations.NullMarked;
