/** The scores of models on their own examples and on foreign ones. */
@NullMarked
package io.github.steelyard.jobs.foreign;

import org.jspecify.annotations.NullMarked;
