package io.github.steelyard.jobs.evaluate.result;

import io.github.steelyard.jobs.evaluate.unit.Unit;
import io.github.steelyard.reports.run.unit.CostRow;
import io.github.steelyard.reports.run.unit.ModelRow;
import io.github.steelyard.reports.run.unit.SeenInputs;
import java.util.List;
import java.util.Map;

/**
 * What an earlier run found of models that are not opened again.
 *
 * @param inputs what the units' models were given, where somebody looked: then, or in this run
 */
public record StoredRows(List<ModelRow> models, List<CostRow> costs, Map<Unit, SeenInputs> inputs) {
  /** Of a run that opens its models. */
  public static StoredRows none(Map<Unit, SeenInputs> inputs) {
    return new StoredRows(List.of(), List.of(), inputs);
  }

  public StoredRows {
    models = List.copyOf(models);
    costs = List.copyOf(costs);
    inputs = Map.copyOf(inputs);
  }
}
