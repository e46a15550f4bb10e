package io.github.steelyard.jobs.evaluate.result;

import io.github.steelyard.engine.inference.profile.ModelProfile;
import io.github.steelyard.engine.training.ModelCard;
import io.github.steelyard.jobs.evaluate.unit.Footprint;
import io.github.steelyard.jobs.evaluate.unit.PlannedModel;
import io.github.steelyard.reports.run.unit.CostKind;
import io.github.steelyard.reports.run.unit.CostRow;
import java.util.ArrayList;
import java.util.List;

/** What a model costs: counted from its graph, told by its card, and seen in this run. */
final class ModelCosts {
  private final PlannedModel model;
  private final List<CostRow> costs = new ArrayList<>();

  private ModelCosts(PlannedModel model) {
    this.model = model;
  }

  static List<CostRow> of(PlannedModel model, Footprint footprint) {
    ModelCosts costs = new ModelCosts(model);
    costs.counted(model.profile());
    model.card().ifPresent(costs::trained);
    costs.costs.addAll(footprint.costs(model.name()));
    return costs.costs;
  }

  private void counted(ModelProfile profile) {
    exact(CostRow.PARAMETERS, profile.parameters(), "1", "graph");
    exact(CostRow.TRAINED_PARAMETERS, profile.trainedParameters(), "1", "graph");
    exact(
        CostRow.PARAMETERS_WITHOUT_EMBEDDINGS, profile.parametersWithoutEmbeddings(), "1", "graph");
    exact(CostRow.MACS_PER_EXAMPLE, profile.macsPerExample(), "MACs", "graph");
    exact(CostRow.WEIGHT_BYTES, profile.weightBytes(), "bytes", "graph");
    exact(CostRow.FILE_BYTES, profile.fileBytes(), "bytes", "file");
  }

  private void exact(String cost, long value, String unit, String source) {
    costs.add(new CostRow(model.name(), cost, value, unit, CostKind.EXACT, source));
  }

  private void trained(ModelCard card) {
    measured(CostRow.TRAINING_SECONDS, card.training().seconds());
    if (card.training().cpuSeconds() >= 0) {
      measured(CostRow.TRAINING_CPU_SECONDS, card.training().cpuSeconds());
    }
  }

  private void measured(String cost, double seconds) {
    costs.add(new CostRow(model.name(), cost, seconds, "s", CostKind.MEASURED, "model card"));
  }
}
