/** How far long work has come, said to the user while it runs. */
@NullMarked
package io.github.steelyard.jobs.progress;

import org.jspecify.annotations.NullMarked;
