/**
 * ONNX files read without the library: their graph, the files beside them, what their nodes hold.
 */
@NullMarked
package io.github.steelyard.engine.onnxruntime.graph;

import org.jspecify.annotations.NullMarked;
