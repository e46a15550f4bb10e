package io.github.steelyard.jobs.evaluate;

import io.github.steelyard.reports.run.CostRow;
import io.github.steelyard.reports.run.ModelRow;
import java.util.List;

/** What an earlier run found of models that are not opened again. */
record StoredRows(List<ModelRow> models, List<CostRow> costs) {
  static final StoredRows NONE = new StoredRows(List.of(), List.of());

  StoredRows {
    models = List.copyOf(models);
    costs = List.copyOf(costs);
  }
}
