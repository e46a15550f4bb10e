/**
 * One network in the formats of all arms: a Deeplearning4j zip, an ONNX file and a description for
 * PyTorch, the last two over the same file of weights.
 */
@NullMarked
package io.github.steelyard.bench.network;

import org.jspecify.annotations.NullMarked;
