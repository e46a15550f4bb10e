package io.github.steelyard.engine.dl4j.precision;

import io.github.steelyard.engine.inference.device.Precision;

class Bfloat16Test extends HalfPrecisionContract {
  Bfloat16Test() {
    super(Precision.BFLOAT16);
  }
}
