/**
 * How far confidences can be trusted: whether they say how often an answer is right, and what is
 * gained where the least confident answers are left out.
 */
@NullMarked
package io.github.steelyard.engine.metric.classification.confidence;

import org.jspecify.annotations.NullMarked;
