/**
 * What a network in oneDNN's formats does in its order: primitives and ND4J's operations over one
 * stretch of memory, with the layouts that values have from step to step.
 */
@NullMarked
package io.github.steelyard.engine.dl4j.blocked.plan;

import org.jspecify.annotations.NullMarked;
