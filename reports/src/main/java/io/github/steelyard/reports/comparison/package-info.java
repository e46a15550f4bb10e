/** What a run's values say when they are held against each other. */
@NullMarked
package io.github.steelyard.reports.comparison;

import org.jspecify.annotations.NullMarked;
