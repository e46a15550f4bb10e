/** What an earlier run left: its plan, read from its tables, and its predictions. */
@NullMarked
package io.github.steelyard.jobs.evaluate.stored;

import org.jspecify.annotations.NullMarked;
