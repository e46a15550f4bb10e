/** What runs inside Spark's executors: model files, loaded models, one pass over the data. */
@NullMarked
package io.github.steelyard.jobs.spark;

import org.jspecify.annotations.NullMarked;
