/** Looks for examples of one split among those that models were trained on. */
@NullMarked
package io.github.steelyard.jobs.contamination;

import org.jspecify.annotations.NullMarked;
