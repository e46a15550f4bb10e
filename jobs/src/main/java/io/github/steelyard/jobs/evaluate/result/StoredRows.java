package io.github.steelyard.jobs.evaluate.result;

import io.github.steelyard.reports.run.unit.CostRow;
import io.github.steelyard.reports.run.unit.ModelRow;
import java.util.List;

/** What an earlier run found of models that are not opened again. */
public record StoredRows(List<ModelRow> models, List<CostRow> costs) {
  public static final StoredRows NONE = new StoredRows(List.of(), List.of());

  public StoredRows {
    models = List.copyOf(models);
    costs = List.copyOf(costs);
  }
}
