/** What is found on the class path, a user's own among it. */
@NullMarked
package io.github.steelyard.engine.extension;

import org.jspecify.annotations.NullMarked;
