/** What Spark, files and tables cost beside the engine: the data path, from sources to outcomes. */
@NullMarked
package io.github.steelyard.bench.pipeline;

import org.jspecify.annotations.NullMarked;
