/** What went wrong with something a user gave us, in one sentence with its coordinates. */
@NullMarked
package io.github.steelyard.engine.problem;

import org.jspecify.annotations.NullMarked;
