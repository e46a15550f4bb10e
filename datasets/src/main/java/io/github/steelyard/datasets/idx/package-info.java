/** MNIST's file format. */
@NullMarked
package io.github.steelyard.datasets.idx;

import org.jspecify.annotations.NullMarked;
