package io.github.steelyard.jobs.evaluate.stored;

import io.github.steelyard.datasets.format.DatasetSpec;
import io.github.steelyard.datasets.format.LabelValues;
import io.github.steelyard.datasets.format.Options;
import io.github.steelyard.datasets.format.SplitSpec;
import io.github.steelyard.datasets.prepare.PreparedSplit;
import io.github.steelyard.engine.data.LabelMap;
import io.github.steelyard.engine.data.TensorSpec;
import io.github.steelyard.engine.training.TrainingRecipe;
import io.github.steelyard.jobs.evaluate.plan.EvaluationPlan;
import io.github.steelyard.jobs.evaluate.unit.Unit;
import io.github.steelyard.jobs.suite.settings.SuiteDataset;
import io.github.steelyard.jobs.suite.settings.SuiteRelative;
import io.github.steelyard.reports.run.RunId;
import io.github.steelyard.reports.run.unit.CostKind;
import io.github.steelyard.reports.run.unit.CostRow;
import io.github.steelyard.reports.run.unit.InputNumbers;
import io.github.steelyard.reports.run.unit.ModelRow;
import io.github.steelyard.reports.run.unit.SeenInputs;
import io.github.steelyard.reports.table.StoredTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.jspecify.annotations.Nullable;

/** What the tables of an earlier run tell of its suite, data sets and costs. */
public final class StoredRun {
  /** What a run's own tasks took: a run that predicts nothing has no such figures. */
  private static final Set<String> OF_A_RUN =
      Set.of(CostRow.REPLICAS, CostRow.REPLICAS_PER_PROCESS, CostRow.PEAK_OFF_HEAP_BYTES);

  private final Path out;
  private final RunId id;
  private final Configuration configuration;

  public StoredRun(Path out, RunId id, Configuration configuration) {
    this.out = out;
    this.id = id;
    this.configuration = configuration;
  }

  public RunId id() {
    return id;
  }

  public StoredTable table(String name) {
    return StoredTable.read(out, id, name, configuration);
  }

  /** A split of a data set, as it stands in the tables. */
  public record Split(SuiteDataset dataset, SplitSpec spec, String fingerprint) {}

  /** All splits, in the order of the table. */
  public List<Split> splits() {
    StoredTable splits = table("datasets");
    StoredTable settings = table("unit_settings");
    List<Split> found = new ArrayList<>();
    for (int row = 0; row < splits.rows(); row++) {
      String dataset = splits.text(row, "dataset");
      String split = splits.text(row, "split");
      int unit = firstRow(settings, dataset, split);
      String trainSplit = unit < 0 ? null : settings.nullableText(unit, "train_split");
      String clusterBy = unit < 0 ? null : settings.nullableText(unit, "cluster_by");
      SplitSpec spec = new SplitSpec(split, options(clusterBy));
      DatasetSpec declared =
          new DatasetSpec(
              dataset, splits.text(row, "format"), null, LabelValues.NAME, List.of(spec));
      found.add(
          new Split(new SuiteDataset(declared, trainSplit), spec, splits.text(row, "fingerprint")));
    }
    return found;
  }

  /** The data sets that are other domains of another one's split, each once. */
  public List<SuiteRelative> relatives() {
    return heldAgainst("relative_of");
  }

  /** The data sets that are foreign to another one's split, each once. */
  public List<SuiteRelative> foreign() {
    return heldAgainst("foreign_to");
  }

  private List<SuiteRelative> heldAgainst(String column) {
    StoredTable settings = table("unit_settings");
    List<SuiteRelative> relatives = new ArrayList<>();
    for (int row = 0; row < settings.rows(); row++) {
      String origin = settings.nullableText(row, column);
      if (origin != null) {
        relatives.add(SuiteRelative.of(settings.text(row, "dataset"), origin));
      }
    }
    return relatives.stream().distinct().toList();
  }

  private static int firstRow(StoredTable settings, String dataset, String split) {
    return IntStream.range(0, settings.rows())
        .filter(row -> settings.text(row, "dataset").equals(dataset))
        .filter(row -> settings.text(row, "split").equals(split))
        .findFirst()
        .orElse(-1);
  }

  /** What the models of units were given, of those of which the run says it. */
  public Map<Unit, SeenInputs> inputs(List<Unit> units) {
    StoredTable settings = table("unit_settings");
    Map<List<String>, SeenInputs> stored = new HashMap<>();
    for (int row = 0; row < settings.rows(); row++) {
      InputNumbers decoded = numbers(settings, row, "decoded");
      InputNumbers given = numbers(settings, row, "input");
      if (decoded != null && given != null) {
        List<String> place =
            List.of(
                settings.text(row, "model"),
                settings.text(row, "dataset"),
                settings.text(row, "split"));
        stored.put(place, new SeenInputs(decoded, given));
      }
    }
    Map<Unit, SeenInputs> inputs = new HashMap<>();
    for (Unit unit : units) {
      PreparedSplit split = unit.split();
      SeenInputs seen = stored.get(List.of(unit.model().name(), split.dataset(), split.split()));
      if (seen != null && unit.shift() == null) {
        inputs.put(unit, seen);
      }
    }
    return inputs;
  }

  private static @Nullable InputNumbers numbers(StoredTable settings, int row, String prefix) {
    Double least = settings.nullableNumber(row, prefix + "_least");
    Double greatest = settings.nullableNumber(row, prefix + "_greatest");
    Double meanAbsolute = settings.nullableNumber(row, prefix + "_mean_absolute");
    return least == null || greatest == null || meanAbsolute == null
        ? null
        : new InputNumbers(least, greatest, meanAbsolute);
  }

  private static Options options(@Nullable String clusterBy) {
    Map<String, List<String>> values = new TreeMap<>();
    if (clusterBy != null) {
      values.put(EvaluationPlan.CLUSTER_BY, List.of(clusterBy));
    }
    return new Options(values);
  }

  /** The models, as they were when they were there. */
  public List<ModelRow> models() {
    StoredTable models = table("models");
    return IntStream.range(0, models.rows()).mapToObj(row -> model(models, row)).toList();
  }

  private static ModelRow model(StoredTable models, int row) {
    return new ModelRow(
        models.text(row, "model"),
        models.nullableText(row, "family"),
        recipe(models, row),
        models.text(row, "file"),
        models.text(row, "sha256"),
        models.count(row, "file_bytes"),
        models.text(row, "format"),
        models.text(row, "engine"),
        models.texts(row, "inputs").stream().map(TensorSpec::parse).toList(),
        models.texts(row, "outputs").stream().map(TensorSpec::parse).toList(),
        new LabelMap(models.texts(row, "label_map")),
        models.text(row, "preprocessing"),
        models.texts(row, "notes"));
  }

  private static @Nullable TrainingRecipe recipe(StoredTable models, int row) {
    String architecture = models.nullableText(row, "architecture");
    return architecture == null
        ? null
        : new TrainingRecipe(
            architecture,
            (int) models.count(row, "width"),
            (int) models.count(row, "depth"),
            models.count(row, "training_examples"),
            (int) models.count(row, "epochs"),
            models.count(row, "seed"),
            models.number(row, "learning_rate"),
            (int) models.count(row, "training_batch_size"),
            models.flag(row, "residual"),
            models.flag(row, "batch_normalization"),
            models.number(row, "dropout"));
  }

  /** What the models cost, but for what predicting took. */
  public List<CostRow> costs() {
    StoredTable costs = table("costs");
    return IntStream.range(0, costs.rows())
        .filter(row -> !OF_A_RUN.contains(costs.text(row, "cost")))
        .mapToObj(
            row ->
                new CostRow(
                    costs.text(row, "model"),
                    costs.text(row, "cost"),
                    costs.number(row, "value"),
                    costs.text(row, "unit"),
                    CostKind.valueOf(costs.text(row, "kind").toUpperCase(Locale.ROOT)),
                    costs.text(row, "source")))
        .toList();
  }
}
