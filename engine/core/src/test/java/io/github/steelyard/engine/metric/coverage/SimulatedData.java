package io.github.steelyard.engine.metric.coverage;

import io.github.steelyard.engine.columnar.RowBlock;

/** Examples and the outcomes of two models. */
record SimulatedData(RowBlock examples, RowBlock one, RowBlock other) {}
