/** What a run found, as text for a terminal. */
@NullMarked
package io.github.steelyard.reports.leaderboard;

import org.jspecify.annotations.NullMarked;
