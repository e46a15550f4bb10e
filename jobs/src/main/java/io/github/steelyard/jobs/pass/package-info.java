/** One Spark job over the examples and stored outcomes of many units, part by part. */
@NullMarked
package io.github.steelyard.jobs.pass;

import org.jspecify.annotations.NullMarked;
