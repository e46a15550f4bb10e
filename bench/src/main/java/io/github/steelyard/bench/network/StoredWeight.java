package io.github.steelyard.bench.network;

import io.github.steelyard.engine.data.Shape;

/**
 * A float32 tensor in the file of weights, row-major, in the machine's byte order.
 *
 * @param offset of its first byte
 */
record StoredWeight(String name, Shape shape, long offset) {
  long bytes() {
    return shape.elements() * Float.BYTES;
  }
}
