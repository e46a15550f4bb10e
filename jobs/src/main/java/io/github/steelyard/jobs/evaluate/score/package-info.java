/**
 * The second pass: stored outcomes in, scorecards out, and which models that should be the same
 * are.
 */
@NullMarked
package io.github.steelyard.jobs.evaluate.score;

import org.jspecify.annotations.NullMarked;
