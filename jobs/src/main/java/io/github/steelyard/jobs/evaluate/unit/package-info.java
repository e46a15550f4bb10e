/** One model on one split: what is predicted, cached, scored and fails as a whole. */
@NullMarked
package io.github.steelyard.jobs.evaluate.unit;

import org.jspecify.annotations.NullMarked;
