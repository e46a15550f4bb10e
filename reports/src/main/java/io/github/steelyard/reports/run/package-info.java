/** What a run found, as plain values: the jobs fill them, tables and leaderboards show them. */
@NullMarked
package io.github.steelyard.reports.run;

import org.jspecify.annotations.NullMarked;
