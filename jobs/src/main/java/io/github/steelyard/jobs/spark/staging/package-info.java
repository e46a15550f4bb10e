/**
 * A model's files on their way to where it runs: the driver stages them, each node keeps a copy of
 * its own.
 */
@NullMarked
package io.github.steelyard.jobs.spark.staging;

import org.jspecify.annotations.NullMarked;
