/** Text files with a JSON object in each line. */
@NullMarked
package io.github.steelyard.datasets.json;

import org.jspecify.annotations.NullMarked;
