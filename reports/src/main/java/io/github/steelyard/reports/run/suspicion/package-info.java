/** Why a result may be too good: alarms, contaminated splits, duplicates. */
@NullMarked
package io.github.steelyard.reports.run.suspicion;

import org.jspecify.annotations.NullMarked;
