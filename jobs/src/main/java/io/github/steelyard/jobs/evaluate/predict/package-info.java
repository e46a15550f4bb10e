/** The first pass: examples in, through the models, out to stored outcomes. */
@NullMarked
package io.github.steelyard.jobs.evaluate.predict;

import org.jspecify.annotations.NullMarked;
