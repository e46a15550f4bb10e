/** What was evaluated: models, splits, and each on the other; at what cost, and what failed. */
@NullMarked
package io.github.steelyard.reports.run.unit;

import org.jspecify.annotations.NullMarked;
