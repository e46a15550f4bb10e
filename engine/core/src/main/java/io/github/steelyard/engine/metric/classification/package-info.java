/** The metrics of the task {@code classification}, as scikit-learn defines them. */
@NullMarked
package io.github.steelyard.engine.metric.classification;

import org.jspecify.annotations.NullMarked;
