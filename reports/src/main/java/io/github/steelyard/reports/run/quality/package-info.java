/**
 * How good a model is: its metrics, their confidences and confusions, all examples' and each
 * slice's.
 */
@NullMarked
package io.github.steelyard.reports.run.quality;

import org.jspecify.annotations.NullMarked;
