/** Published networks by name, as their papers and torchvision build them: one class a family. */
@NullMarked
package io.github.steelyard.engine.dl4j.reference;

import org.jspecify.annotations.NullMarked;
