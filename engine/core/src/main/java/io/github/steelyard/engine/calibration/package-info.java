/**
 * Confidences made truer after training: fitted on one part of the examples, reported on another.
 */
@NullMarked
package io.github.steelyard.engine.calibration;

import org.jspecify.annotations.NullMarked;
