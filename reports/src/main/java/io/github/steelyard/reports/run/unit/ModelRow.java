package io.github.steelyard.reports.run.unit;

import io.github.steelyard.engine.data.LabelMap;
import io.github.steelyard.engine.data.TensorSpec;
import io.github.steelyard.engine.training.TrainingRecipe;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A model of a run that could be opened.
 *
 * @param name its name in the suite
 * @param family the family its card names, or null without a card
 * @param recipe how its card says it was trained, or null without a card
 * @param file where the suite found it
 * @param sha256 of the file's bytes, in lower-case hexadecimal digits
 * @param format what the file is: {@code dl4j-multilayer}, {@code keras-h5}
 * @param engine the provider's name
 * @param inputs of one example
 * @param outputs of one example
 * @param labels the class that each of the model's outputs stands for, or none without classes
 * @param preprocessing in words, as its entry in the suite gives it
 * @param notes what is remarkable about how it ran, such as slower ways taken, and why
 */
public record ModelRow(
    String name,
    @Nullable String family,
    @Nullable TrainingRecipe recipe,
    String file,
    String sha256,
    long fileBytes,
    String format,
    String engine,
    List<TensorSpec> inputs,
    List<TensorSpec> outputs,
    LabelMap labels,
    String preprocessing,
    List<String> notes)
    implements Serializable {
  public ModelRow {
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
    notes = List.copyOf(notes);
  }
}
