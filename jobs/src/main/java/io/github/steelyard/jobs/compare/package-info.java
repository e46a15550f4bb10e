/** Models held against each other on the same examples, in one more pass over their outcomes. */
@NullMarked
package io.github.steelyard.jobs.compare;

import org.jspecify.annotations.NullMarked;
