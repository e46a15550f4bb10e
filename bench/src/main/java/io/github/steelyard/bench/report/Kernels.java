package io.github.steelyard.bench.report;

import io.github.steelyard.engine.inference.EngineDescription;
import io.github.steelyard.engine.inference.EngineProvider;
import io.github.steelyard.jobs.spark.Engines;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the engines compute with: ratios of one instruction set say nothing of another. */
final class Kernels {
  private Kernels() {}

  /** By engine. Starts all of them, before any benchmark could start one otherwise. */
  static Map<String, String> facts() {
    Map<String, String> facts = new LinkedHashMap<>();
    for (EngineProvider engine : Engines.all()) {
      EngineDescription description = engine.description();
      facts.put("engine " + engine.name(), description.version() + ", " + description.kernels());
    }
    return facts;
  }
}
