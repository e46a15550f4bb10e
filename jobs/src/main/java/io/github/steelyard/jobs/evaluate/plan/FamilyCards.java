package io.github.steelyard.jobs.evaluate.plan;

import io.github.steelyard.datasets.batch.Layout;
import io.github.steelyard.datasets.batch.Preprocessing;
import io.github.steelyard.engine.problem.DataException;
import io.github.steelyard.engine.problem.ModelException;
import io.github.steelyard.engine.problem.Sentences;
import io.github.steelyard.engine.task.Task;
import io.github.steelyard.engine.training.ModelCard;
import io.github.steelyard.engine.training.ModelCardFile;
import io.github.steelyard.jobs.evaluate.unit.Failures;
import io.github.steelyard.jobs.suite.settings.FamilyEntry;
import io.github.steelyard.jobs.suite.settings.ModelEntry;
import io.github.steelyard.jobs.suite.settings.PlacementChoice;
import io.github.steelyard.reports.run.unit.FailureRow;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** The models of a folder that {@code train} filled, as their cards describe them. */
final class FamilyCards {
  /** Above this a file is no model card. */
  private static final int MOST_BYTES = 4 << 20;

  /** One model of a family: what a suite would say of it, and its card. */
  record Found(String name, ModelEntry entry, ModelCard card) {}

  private FamilyCards() {}

  /**
   * In the order of their file names; at least one, usable or not.
   *
   * @param task what the suite asks models to do
   * @param failures takes the cards that cannot be used, by the name of their file
   */
  static List<Found> of(
      FamilyEntry family, Task task, Configuration configuration, Consumer<FailureRow> failures)
      throws IOException {
    Path folder = new Path(family.folder());
    FileSystem files = folder.getFileSystem(configuration);
    List<Found> found = new ArrayList<>();
    int broken = 0;
    for (Path file : cards(files, folder)) {
      try {
        ModelCard card = read(files, file);
        if (family.includes(card.name())) {
          found.add(new Found(card.name(), entry(folder, card, task, family.placement()), card));
        }
      } catch (RuntimeException e) {
        String name = file.getName().replace(ModelCardFile.SUFFIX, "");
        if (family.includes(name)) {
          broken++;
          failures.accept(Failures.ofModel(name, e));
        }
      }
    }
    if (found.isEmpty() && broken == 0) {
      throw new DataException(
          family.folder(),
          "expected at least one model card (*"
              + ModelCardFile.SUFFIX
              + ") of a model named like '"
              + family.include()
              + "'. Found: none");
    }
    return found;
  }

  private static List<Path> cards(FileSystem files, Path folder) throws IOException {
    List<Path> cards = new ArrayList<>();
    try {
      for (FileStatus file : files.listStatus(folder)) {
        if (file.isFile() && file.getPath().getName().endsWith(ModelCardFile.SUFFIX)) {
          cards.add(file.getPath());
        }
      }
    } catch (FileNotFoundException e) {
      throw new DataException(folder.toString(), "expected a folder of trained models", e);
    }
    cards.sort(null);
    return cards;
  }

  private static ModelCard read(FileSystem files, Path file) {
    String name = Path.getPathWithoutSchemeAndAuthority(file).toString();
    try (InputStream in = files.open(file)) {
      return ModelCardFile.parse(name, in.readNBytes(MOST_BYTES + 1));
    } catch (IOException e) {
      throw new DataException(name, "cannot be read (" + Sentences.reason(e) + ")", e);
    }
  }

  private static ModelEntry entry(
      Path folder, ModelCard card, Task task, PlacementChoice placement) {
    if (!card.data().task().equals(task.name())) {
      throw new ModelException(
          card.name(),
          "expected a model trained for the suite's task "
              + task.name()
              + ". Found: one for "
              + card.data().task());
    }
    ModelCard.Preprocessing written = card.preprocessing();
    List<Integer> size = written.resizedTo();
    Preprocessing preprocessing =
        new Preprocessing(
            written.scale(),
            written.mean(),
            written.std(),
            Layout.valueOf(written.layout().toUpperCase(Locale.ROOT)),
            size.isEmpty() ? null : new Preprocessing.Size(size.get(0), size.get(1)),
            null);
    return new ModelEntry(
        card.name(),
        new Path(folder, card.file().name()).toString(),
        card.engine(),
        placement,
        preprocessing,
        task.outputKinds().get(0),
        card.data().labels().names(),
        null,
        Map.of());
  }
}
