/**
 * Suite and family files: YAML in, typed values out. Every key is declared once, in {@link
 * io.github.steelyard.jobs.suite.key}; all mistakes of a file are reported at once, each with file,
 * line and column.
 */
@NullMarked
package io.github.steelyard.jobs.suite;

import org.jspecify.annotations.NullMarked;
