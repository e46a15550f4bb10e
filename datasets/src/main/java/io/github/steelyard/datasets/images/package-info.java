/** Folders of images. */
@NullMarked
package io.github.steelyard.datasets.images;

import org.jspecify.annotations.NullMarked;
