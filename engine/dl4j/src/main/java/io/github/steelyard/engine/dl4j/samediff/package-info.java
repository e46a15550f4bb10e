/** ND4J's SameDiff graphs, from FlatBuffers files of strangers. */
@NullMarked
package io.github.steelyard.engine.dl4j.samediff;

import org.jspecify.annotations.NullMarked;
