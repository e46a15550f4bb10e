/**
 * What a run found, as plain values: the jobs fill them, tables and leaderboards show them. The
 * rows lie below, by their subject; a {@link io.github.steelyard.reports.run.RunResult} holds them
 * all.
 */
@NullMarked
package io.github.steelyard.reports.run;

import org.jspecify.annotations.NullMarked;
