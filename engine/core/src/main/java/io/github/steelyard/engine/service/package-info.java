/** Finds what extends Steelyard on the class path. */
@NullMarked
package io.github.steelyard.engine.service;

import org.jspecify.annotations.NullMarked;
