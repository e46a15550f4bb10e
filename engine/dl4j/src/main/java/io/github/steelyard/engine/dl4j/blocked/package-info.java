/**
 * Networks in oneDNN's own formats: the layers of a lean network as oneDNN's primitives, which hand
 * each other images in blocks of channels, with weights packed once and bias and activation in the
 * same pass over memory.
 */
@NullMarked
package io.github.steelyard.engine.dl4j.blocked;

import org.jspecify.annotations.NullMarked;
