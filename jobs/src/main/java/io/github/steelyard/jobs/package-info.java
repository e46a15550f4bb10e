/** The command line: what a user can ask for, and how the answer is said. */
@NullMarked
package io.github.steelyard.jobs;

import org.jspecify.annotations.NullMarked;
