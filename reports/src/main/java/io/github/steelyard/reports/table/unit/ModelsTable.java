package io.github.steelyard.reports.table.unit;

import com.google.auto.service.AutoService;
import io.github.steelyard.engine.data.TensorSpec;
import io.github.steelyard.engine.training.TrainingRecipe;
import io.github.steelyard.reports.run.unit.ModelRow;
import io.github.steelyard.reports.table.RecordTable;
import io.github.steelyard.reports.table.ReportTable;
import io.github.steelyard.reports.table.TableColumn;
import io.github.steelyard.reports.table.column.UnitColumns;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The models of a run. */
@AutoService(ReportTable.class)
public final class ModelsTable extends RecordTable<ModelRow> {
  public ModelsTable() {
    super(
        "models",
        "One row for each model that could be opened. The training columns, from 'family' to"
            + " 'dropout', come from its model card and are empty without one.",
        ModelRow.class,
        List.of(
            UnitColumns.model(1, ModelRow::name),
            TableColumn.text(2, "file", "Where the suite found it.", ModelRow::file),
            TableColumn.text(3, "sha256", "SHA-256 of the file.", ModelRow::sha256),
            TableColumn.count(4, "file_bytes", "bytes", "Size of the file.", ModelRow::fileBytes),
            TableColumn.text(
                5, "format", "What the file is: 'dl4j-multilayer', 'keras-h5'.", ModelRow::format),
            TableColumn.text(6, "engine", "The engine that ran it.", ModelRow::engine),
            TableColumn.texts(
                7,
                "inputs",
                "Name, type and shape of each input of one example.",
                model -> words(model.inputs())),
            TableColumn.texts(
                8,
                "outputs",
                "Name, type and shape of each output of one example.",
                model -> words(model.outputs())),
            TableColumn.texts(
                9,
                "label_map",
                "The class that each output stands for.",
                model -> model.labels().names()),
            TableColumn.text(
                10,
                "preprocessing",
                "What was done to each input before.",
                ModelRow::preprocessing),
            TableColumn.nullableText(11, "family", "The family it belongs to.", ModelRow::family),
            TableColumn.nullableText(
                12, "architecture", "The architecture's name.", axis(TrainingRecipe::architecture)),
            TableColumn.nullableCount(
                13,
                "width",
                "units",
                "Units of a hidden layer, or channels of the first block.",
                axis(recipe -> (long) recipe.width())),
            TableColumn.nullableCount(
                14,
                "depth",
                "layers",
                "Hidden layers, or convolutions.",
                axis(recipe -> (long) recipe.depth())),
            TableColumn.nullableCount(
                15,
                "training_examples",
                "examples",
                "How many of the training split's examples were used, a random sample; 0 means all.",
                axis(TrainingRecipe::examples)),
            TableColumn.nullableCount(
                16,
                "epochs",
                "passes",
                "Passes over the training examples.",
                axis(recipe -> (long) recipe.epochs())),
            TableColumn.nullableCount(
                17, "seed", "any number", "Seed of the training.", axis(TrainingRecipe::seed)),
            TableColumn.nullableNumber(
                18,
                "learning_rate",
                "per step",
                "The optimizer's learning rate.",
                axis(TrainingRecipe::learningRate)),
            TableColumn.nullableCount(
                19,
                "training_batch_size",
                "examples",
                "Examples of one training step.",
                axis(recipe -> (long) recipe.batchSize())),
            TableColumn.nullableFlag(
                20,
                "residual",
                "Whether shortcuts lead around its blocks.",
                axis(TrainingRecipe::residual)),
            TableColumn.nullableFlag(
                21,
                "batch_normalization",
                "Whether its layers are batch-normalized.",
                axis(TrainingRecipe::batchNormalization)),
            TableColumn.nullableNumber(
                22,
                "dropout",
                "0..1",
                "Share of activations dropped before the classifier.",
                axis(TrainingRecipe::dropout)),
            TableColumn.texts(
                23,
                "notes",
                "What is remarkable about how it ran, such as slower ways taken, and why.",
                ModelRow::notes)));
  }

  private static List<String> words(List<TensorSpec> specs) {
    return specs.stream().map(TensorSpec::toString).toList();
  }

  private static <T> Function<ModelRow, @Nullable T> axis(Function<TrainingRecipe, T> value) {
    return model -> {
      TrainingRecipe recipe = model.recipe();
      return recipe == null ? null : value.apply(recipe);
    };
  }
}
