package io.github.steelyard.engine.training;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.steelyard.engine.problem.DataException;
import io.github.steelyard.engine.task.classification.ClassificationTask;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A model card as JSON, {@code <name>.card.json} beside {@code <name>.zip}. */
public final class ModelCardFile {
  /** How a card's file name ends. */
  public static final String SUFFIX = ".card.json";

  /** Far above a card of 10,000 labels and 10,000 epochs. */
  private static final int MOST_BYTES = 4 << 20;

  private static final int VERSION = 1;

  private ModelCardFile() {}

  /** The card's place beside the model file: {@code mlp-1.card.json} for {@code mlp-1.zip}. */
  public static Path beside(Path modelFile) {
    String name = modelFile.toAbsolutePath().normalize().getFileName().toString();
    int dot = name.lastIndexOf('.');
    return modelFile.resolveSibling((dot > 0 ? name.substring(0, dot) : name) + SUFFIX);
  }

  /** The model file that a card names: always in the card's own folder. */
  public static Path modelFile(Path cardFile, ModelCard card) {
    return cardFile.resolveSibling(card.file().name());
  }

  public static void write(ModelCard card, Path file) throws IOException {
    Files.write(file, bytes(card));
  }

  /**
   * Reads a card.
   *
   * @throws DataException when it is not one, in one sentence that names the file and the field
   */
  public static ModelCard read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return parse(file.toString(), in.readNBytes(MOST_BYTES + 1));
    } catch (NoSuchFileException e) {
      throw new DataException(file.toString(), "there is no such model card.", e);
    }
  }

  /** A card's JSON in UTF-8: the same bytes for equal cards. */
  public static byte[] bytes(ModelCard card) {
    try {
      ObjectNode json = CardJson.MAPPER.createObjectNode().put("version", VERSION);
      json.setAll((ObjectNode) CardJson.MAPPER.valueToTree(card));
      return CardJson.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Cannot write the model card of " + card.name(), e);
    }
  }

  /**
   * Reads a card from its bytes.
   *
   * @param place where they come from, for the sentence of an error
   */
  public static ModelCard parse(String place, byte[] json) {
    if (json.length > MOST_BYTES) {
      throw new DataException(place, "expected a model card of at most 4 MiB, found more.");
    }
    try {
      JsonNode tree = CardJson.MAPPER.readTree(json);
      if (!(tree instanceof ObjectNode card)) {
        throw new DataException(place, "expected a model card, a JSON object.");
      }
      JsonNode version = card.remove("version");
      if (version == null || !version.isInt() || version.intValue() != VERSION) {
        throw new DataException(
            place,
            "expected a model card of version "
                + VERSION
                + ", found "
                + (version == null ? "no version" : "version " + version)
                + ".");
      }
      if (card.get("data") instanceof ObjectNode data && !data.has("task")) {
        // Cards were written before there was another task.
        data.put("task", ClassificationTask.NAME);
      }
      return CardJson.MAPPER.treeToValue(card, ModelCard.class);
    } catch (IOException e) {
      throw new DataException(place, CardJson.sentence(e), e);
    }
  }
}
