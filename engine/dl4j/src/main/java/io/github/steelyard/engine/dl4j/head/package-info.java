/** What stands on top of a network that is trained: one class for each task. */
@NullMarked
package io.github.steelyard.engine.dl4j.head;

import org.jspecify.annotations.NullMarked;
