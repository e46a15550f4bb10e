/**
 * What a run consists of: models staged and read, splits prepared, and the units of each on the
 * other.
 */
@NullMarked
package io.github.steelyard.jobs.evaluate.plan;

import org.jspecify.annotations.NullMarked;
