/** What it costs to make metrics with intervals of stored predictions. */
@NullMarked
package io.github.steelyard.bench.scoring;

import org.jspecify.annotations.NullMarked;
