/** What a suite asks of the evaluation, block by block. */
@NullMarked
package io.github.steelyard.jobs.suite.evaluation;

import org.jspecify.annotations.NullMarked;
