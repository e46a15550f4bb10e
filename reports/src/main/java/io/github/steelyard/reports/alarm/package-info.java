/**
 * Results that look like a mistake in the suite or in the data rather than like a model's quality,
 * read off a run's rows alone.
 */
@NullMarked
package io.github.steelyard.reports.alarm;

import org.jspecify.annotations.NullMarked;
