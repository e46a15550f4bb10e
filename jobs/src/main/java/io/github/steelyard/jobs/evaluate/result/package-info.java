/** From scorecards to the rows of the tables. */
@NullMarked
package io.github.steelyard.jobs.evaluate.result;

import org.jspecify.annotations.NullMarked;
