/** What an example's label is: how it is read, kept, counted, and given to a training. */
@NullMarked
package io.github.steelyard.engine.label;

import org.jspecify.annotations.NullMarked;
