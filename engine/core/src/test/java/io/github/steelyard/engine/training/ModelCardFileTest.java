package io.github.steelyard.engine.training;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.steelyard.engine.data.LabelMap;
import io.github.steelyard.engine.data.Shape;
import io.github.steelyard.engine.data.TensorSpec;
import io.github.steelyard.engine.data.TensorType;
import io.github.steelyard.engine.inference.profile.LayerProfile;
import io.github.steelyard.engine.inference.profile.ModelProfile;
import io.github.steelyard.engine.problem.DataException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelCardFileTest {
  /** Of the three bytes {@code abc}: FIPS 180-2, appendix B.1. */
  private static final String SHA_256_OF_ABC =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  @TempDir Path folder;

  private static ModelCard card() {
    Shape example = Shape.of(1, 28, 28);
    List<LayerProfile> layers =
        List.of(
            new LayerProfile("embedding", "Embedding", Shape.of(4), 40, 0, 40, 0),
            new LayerProfile("dense", "Dense", Shape.of(3), 15, 0, 0, 12));
    ModelProfile profile =
        new ModelProfile(
            "dl4j-graph",
            List.of(new TensorSpec("input", TensorType.FLOAT32, example)),
            List.of(new TensorSpec("classifier", TensorType.FLOAT32, Shape.of(3))),
            layers,
            220,
            1234);
    return ModelCard.of(
        "größer 1",
        "dl4j",
        new TrainingRecipe("mlp", 32, 1, 0, 3, 7, 1e-3, 64, false, true, 0.25),
        new ModelCard.Data(
            "digits",
            "train",
            "f00d",
            6000,
            example,
            "classification",
            new LabelMap(List.of("a", "b", "c"))),
        new ModelCard.Preprocessing(1 / 255.0, List.of(0.1307), List.of(), "nchw", List.of(28, 28)),
        new TrainedModel(profile, List.of(0.5, 1 / 3.0), 1.5, -1),
        new ModelCard.ModelFile("mlp.zip", SHA_256_OF_ABC, 3),
        "Steelyard 0.1.0");
  }

  private static String json() {
    return new String(ModelCardFile.bytes(card()), UTF_8);
  }

  @Test
  void readsWhatItWrote() throws IOException {
    Path file = folder.resolve("mlp.card.json");
    ModelCardFile.write(card(), file);
    assertThat(ModelCardFile.read(file)).isEqualTo(card());
    assertThat(ModelCardFile.modelFile(file, card())).isEqualTo(folder.resolve("mlp.zip"));
  }

  @Test
  void takesTheStaticCostFromTheProfile() {
    assertThat(card().size()).isEqualTo(new ModelCard.Size(55, 15, 12, 220));
  }

  @Test
  void writesEveryAxisOfTheRecipe() {
    assertThat(json())
        .startsWith("{\n  \"version\" : 1,\n  \"name\" : \"größer 1\"")
        .contains("\"architecture\" : \"mlp\"", "\"width\" : 32", "\"depth\" : 1")
        .contains("\"examples\" : 0", "\"epochs\" : 3", "\"seed\" : 7", "\"learning_rate\" : 0.001")
        .contains("\"batch_size\" : 64", "\"residual\" : false", "\"batch_normalization\" : true")
        .contains("\"dropout\" : 0.25", "\"example_shape\" : [ 1, 28, 28 ]")
        .contains("\"task\" : \"classification\"", "\"labels\" : [ \"a\", \"b\", \"c\" ]");
  }

  @Test
  void takesACardWithoutATaskForAClassifiers() {
    String older = json().replace("    \"task\" : \"classification\",\n", "");
    assertThat(older).doesNotContain("task");
    assertThat(ModelCardFile.parse("x.card.json", older.getBytes(UTF_8))).isEqualTo(card());
  }

  @Test
  void describesAFileByItsBytes() throws IOException {
    Path file = Files.writeString(folder.resolve("model.zip"), "abc");
    assertThat(ModelCard.ModelFile.of(file))
        .isEqualTo(new ModelCard.ModelFile("model.zip", SHA_256_OF_ABC, 3));
  }

  @Test
  void standsBesideItsModel() {
    assertThat(ModelCardFile.beside(folder.resolve("mlp-0.5.zip")))
        .isEqualTo(folder.resolve("mlp-0.5.card.json"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"../mlp.zip", "/mlp.zip", "a/b.zip", "a\\b.zip", "..", ".", "c:b", "a\n"})
  void refusesAModelFileThatIsNotBesideIt(String name) {
    assertThatThrownBy(() -> new ModelCard.ModelFile(name, SHA_256_OF_ABC, 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expected a plain file name beside the card, found '" + name + "'");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"version\" : 1,       | '' | expected a model card of version 1, found no version.",
        "\"version\" : 1        | \"version\" : 2"
            + " | expected a model card of version 1, found version 2.",
        "\"version\" : 1        | \"version\" : \"1\""
            + " | expected a model card of version 1, found version \"1\".",
        "mlp.zip                | ../mlp.zip"
            + " | 'file': expected a plain file name beside the card, found '../mlp.zip'.",
        "\"width\" : 32         | \"width\" : 3.5"
            + " | 'recipe.width' is missing or of another kind than a model card has there.",
        "\"width\" : 32         | \"width\" : \"32\""
            + " | 'recipe.width' is missing or of another kind than a model card has there.",
        "\"width\" : 32,        | ''"
            + " | 'recipe.width' is missing or of another kind than a model card has there.",
        "\"width\" : 32         | \"width\" : null"
            + " | 'recipe.width' is missing or of another kind than a model card has there.",
        "\"width\" : 32         | \"with\" : 32, \"width\" : 32 | 'recipe.with' is unknown to a model card.",
        "\"nchw\"               | \"nwhc\" | 'preprocessing': expected one of the layouts"
            + " [nchw, nhwc, flat], found 'nwhc'.",
        "[ 1, 28, 28 ]          | [ 1, -2, 28 ]"
            + " | 'data.example_shape': Cannot use an extent of -2 in [1, -2, 28].",
        "[ 1, 28, 28 ]          | [ 1, -1, 28 ]"
            + " | 'data': expected a shape whose extents are all fixed, found [1, ?, 28].",
        "[ \"a\", \"b\", \"c\" ] | [ \"a\", \"b\", null ]"
            + " | 'data.labels' is missing or of another kind than a model card has there.",
        "[ \"a\", \"b\", \"c\" ] | [ \"a\" ]"
            + " | 'data': expected at least two labels, or none, found [a].",
        "[ 0.5,                 | [ 1e999,"
            + " | 'training': expected finite losses, found [Infinity, 0.3333333333333333].",
        "\"seed\" : 7           | \"seed\" : 7, \"seed\" : 8"
            + " | expected JSON, which breaks at line 11, column 23.",
      })
  void refusesACardWithOneMistake(String right, String wrong, String sentence) {
    String json = json();
    assertThat(json).contains(right);
    byte[] mistaken = json.replace(right, wrong).getBytes(UTF_8);
    assertThatThrownBy(() -> ModelCardFile.parse("x.card.json", mistaken))
        .isInstanceOf(DataException.class)
        .hasMessage("x.card.json: " + sentence);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "3", "null"})
  void refusesWhatIsNoCard(String json) {
    assertThatThrownBy(() -> ModelCardFile.parse("x", json.getBytes(UTF_8)))
        .isInstanceOf(DataException.class)
        .hasMessage("x: expected a model card, a JSON object.");
  }

  @Test
  void refusesACutFile() {
    byte[] cut = json().substring(0, 100).getBytes(UTF_8);
    assertThatThrownBy(() -> ModelCardFile.parse("x", cut))
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith("x: expected JSON, which breaks at line ");
  }

  @Test
  void refusesAFileBeyondItsBound() throws IOException {
    Path file = Files.write(folder.resolve("big.card.json"), new byte[(4 << 20) + 1]);
    assertThatThrownBy(() -> ModelCardFile.read(file))
        .isInstanceOf(DataException.class)
        .hasMessage(file + ": expected a model card of at most 4 MiB, found more.");
  }

  @Test
  void refusesAFileThatIsNotThere() {
    Path file = folder.resolve("none.card.json");
    assertThatThrownBy(() -> ModelCardFile.read(file))
        .isInstanceOf(DataException.class)
        .hasMessage(file + ": there is no such model card.");
  }
}
