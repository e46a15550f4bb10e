/**
 * Every key of suite and family files, declared once: readers check files against them, and a test
 * the examples.
 */
@NullMarked
package io.github.steelyard.jobs.suite.key;

import org.jspecify.annotations.NullMarked;
