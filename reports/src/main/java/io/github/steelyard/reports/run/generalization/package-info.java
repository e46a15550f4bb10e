/**
 * Whether figures hold elsewhere: on other domains, on foreign examples, away from the training
 * split.
 */
@NullMarked
package io.github.steelyard.reports.run.generalization;

import org.jspecify.annotations.NullMarked;
