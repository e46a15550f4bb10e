/** What running a model costs, as the machine tells it. */
@NullMarked
package io.github.steelyard.engine.cost;

import org.jspecify.annotations.NullMarked;
