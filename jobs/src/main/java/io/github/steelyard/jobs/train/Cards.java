package io.github.steelyard.jobs.train;

import io.github.steelyard.datasets.batch.Preprocessing;
import io.github.steelyard.datasets.prepare.PreparedSplit;
import io.github.steelyard.engine.problem.BadInputException;
import io.github.steelyard.engine.training.ModelCard;
import io.github.steelyard.engine.training.ModelCardFile;
import io.github.steelyard.jobs.suite.settings.Family;
import io.github.steelyard.jobs.suite.settings.NamedRecipe;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** The cards in a family's folder. */
final class Cards {
  private static final int MOST_BYTES = 4 << 20;

  private Cards() {}

  /** Whether a model of this recipe, from the same examples, is there already. */
  static boolean present(
      String folder,
      NamedRecipe named,
      Family family,
      PreparedSplit split,
      Configuration configuration)
      throws IOException {
    Path file = new Path(folder, named.name() + ModelCardFile.SUFFIX);
    FileSystem files = file.getFileSystem(configuration);
    try (InputStream in = files.open(file)) {
      ModelCard card = ModelCardFile.parse(file.toString(), in.readNBytes(MOST_BYTES + 1));
      return card.recipe().equals(named.recipe())
          && card.engine().equals(family.engine())
          && card.data().task().equals(split.task())
          && card.data().fingerprint().equals(split.fingerprint())
          && card.preprocessing().equals(preprocessing(family.preprocessing()))
          && whole(files, new Path(folder, card.file().name()), card.file().bytes());
    } catch (FileNotFoundException e) {
      return false;
    } catch (BadInputException e) {
      // Another version's card, or a broken one: the model is trained anew.
      return false;
    }
  }

  private static boolean whole(FileSystem files, Path model, long bytes) throws IOException {
    return files.exists(model) && files.getFileStatus(model).getLen() == bytes;
  }

  static ModelCard.Preprocessing preprocessing(Preprocessing preprocessing) {
    Preprocessing.Size size = preprocessing.size();
    return new ModelCard.Preprocessing(
        preprocessing.scale(),
        preprocessing.mean(),
        preprocessing.std(),
        preprocessing.layout().name().toLowerCase(Locale.ROOT),
        size == null ? List.of() : List.of(size.height(), size.width()));
  }
}
