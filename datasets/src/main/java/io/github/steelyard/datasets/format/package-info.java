/** What a user has, as rows: the contract of a data set format, and its options. */
@NullMarked
package io.github.steelyard.datasets.format;

import org.jspecify.annotations.NullMarked;
