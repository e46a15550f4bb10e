/** Families of models, trained across the cluster. */
@NullMarked
package io.github.steelyard.jobs.train;

import org.jspecify.annotations.NullMarked;
