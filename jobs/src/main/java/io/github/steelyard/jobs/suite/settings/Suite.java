package io.github.steelyard.jobs.suite.settings;

import java.util.List;

/**
 * A suite file, checked: which models are evaluated on which data, and how.
 *
 * @param sha256 of the file's bytes, in lower-case hexadecimal digits
 * @param task the name of a {@link io.github.steelyard.engine.task.Task}
 * @param datasets at least one, of different names
 * @param relatives data sets that stand for another domain
 * @param foreign data sets whose examples are of none of the models' classes
 * @param models of different names; may be empty where there are families
 * @param families folders of trained models
 * @param evaluateText the block of {@code evaluate} as YAML, its variables filled in; empty where
 *     there is none
 */
public record Suite(
    String name,
    String sha256,
    String task,
    List<SuiteDataset> datasets,
    List<SuiteRelative> relatives,
    List<SuiteRelative> foreign,
    List<ModelEntry> models,
    List<FamilyEntry> families,
    EvaluateSettings evaluate,
    String evaluateText) {
  public Suite {
    datasets = List.copyOf(datasets);
    relatives = List.copyOf(relatives);
    foreign = List.copyOf(foreign);
    models = List.copyOf(models);
    families = List.copyOf(families);
  }
}
