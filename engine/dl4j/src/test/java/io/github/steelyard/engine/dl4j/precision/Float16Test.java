package io.github.steelyard.engine.dl4j.precision;

import io.github.steelyard.engine.inference.device.Precision;

class Float16Test extends HalfPrecisionContract {
  Float16Test() {
    super(Precision.FLOAT16);
  }
}
