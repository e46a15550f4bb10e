/** What suite and family files say, as values. */
@NullMarked
package io.github.steelyard.jobs.suite.settings;

import org.jspecify.annotations.NullMarked;
