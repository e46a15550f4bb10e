package io.github.steelyard.jobs.evaluate;

import io.github.steelyard.reports.run.CostRow;
import io.github.steelyard.reports.run.ModelRow;
import io.github.steelyard.reports.run.SeenInputs;
import java.util.List;
import java.util.Map;

/**
 * What an earlier run found of models that are not opened again.
 *
 * @param inputs what its units' models were given, where somebody looked; of this run's units, if
 *     it has them itself
 */
record StoredRows(List<ModelRow> models, List<CostRow> costs, Map<Unit, SeenInputs> inputs) {
  /** Of a run that opens its models. */
  static StoredRows none(Map<Unit, SeenInputs> inputs) {
    return new StoredRows(List.of(), List.of(), inputs);
  }

  StoredRows {
    models = List.copyOf(models);
    costs = List.copyOf(costs);
    inputs = Map.copyOf(inputs);
  }
}
