/** Files of any Hadoop file system. */
@NullMarked
package io.github.steelyard.engine.file;

import org.jspecify.annotations.NullMarked;
