/** Confidences after training: temperatures fitted on a part of a split, reported on another. */
@NullMarked
package io.github.steelyard.jobs.calibrate;

import org.jspecify.annotations.NullMarked;
