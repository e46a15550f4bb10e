/** Files of any Hadoop file system, as the formats find, open and name them. */
@NullMarked
package io.github.steelyard.datasets.source;

import org.jspecify.annotations.NullMarked;
