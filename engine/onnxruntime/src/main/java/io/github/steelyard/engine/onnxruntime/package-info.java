/** Runs ONNX models in ONNX Runtime, on the CPU. */
@NullMarked
package io.github.steelyard.engine.onnxruntime;

import org.jspecify.annotations.NullMarked;
