/**
 * Tables of whether figures hold on other domains, on foreign examples, away from the training
 * split.
 */
@NullMarked
package io.github.steelyard.reports.table.generalization;

import org.jspecify.annotations.NullMarked;
