/** Tables of why a result may be too good. */
@NullMarked
package io.github.steelyard.reports.table.suspicion;

import org.jspecify.annotations.NullMarked;
