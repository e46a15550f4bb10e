package io.github.steelyard.engine.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.steelyard.engine.inference.device.Placement;
import io.github.steelyard.engine.inference.device.Precision;
import io.github.steelyard.engine.problem.BadInputException;
import io.github.steelyard.engine.problem.ModelException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every engine must do with files, whether or not they are its models. */
public abstract class EngineFilesContract extends EngineUnderTest {
  @Test
  void bearsItsOwnNameAndTellsWhatDecidesItsNumbers() {
    EngineDescription description = provider().description(placement());
    assertThat(description.engine()).isEqualTo(provider().name()).matches("[a-z0-9-]+");
    assertThat(description.version()).isNotBlank();
    assertThat(description.device()).isEqualTo(placement().device().toString());
    assertThat(description.precision()).isEqualTo(placement().precision().toString());
    assertThat(description.kernels()).isNotBlank();
    assertThat(description.threads()).isPositive();
  }

  @Test
  void refusesWhatItDoesNotSupportInsteadOfDoingSomethingElse() throws IOException {
    ModelRef model = reference(modelFile());
    ModelRef prepared = model.at(provider().prepare(model, preparedFolder()));
    EngineSupport support = provider().support();
    assertThat(support.engine()).isEqualTo(provider().name());
    int refused = 0;
    for (Precision precision : Precision.values()) {
      for (Placement wish :
          List.of(Placement.cpu(precision), Placement.gpu(support.gpus().size(), precision))) {
        if (!support.offers(wish)) {
          refused++;
          assertThatThrownBy(() -> provider().open(prepared, wish))
              .isInstanceOf(ModelException.class)
              .hasMessageStartingWith("Model 'm': engine " + provider().name() + " ")
              .hasMessageEndingWith(" was asked for")
              .hasMessageNotContaining("\n");
          assertThatThrownBy(() -> provider().description(wish))
              .isInstanceOf(BadInputException.class)
              .hasMessageEndingWith(support.refusal(wish).orElseThrow());
        }
      }
    }
    assertThat(refused).as("no engine sees one GPU more than it sees").isPositive();
  }

  @Test
  void knowsItsFilesByTheirContents() throws IOException {
    Path renamed = Files.copy(modelFile(), folder.resolve("no-suffix"));
    assertThat(provider().accepts(renamed)).isTrue();
    assertThat(provider().accepts(Files.writeString(folder.resolve("model.zip"), "text")))
        .isFalse();
    assertThat(provider().accepts(Files.createFile(folder.resolve("empty.zip")))).isFalse();
    assertThat(provider().accepts(folder.resolve("missing.zip"))).isFalse();
  }

  @Test
  void preparesTheSameBytesAgain() throws IOException {
    ModelRef model = reference(modelFile());
    Path first = provider().prepare(model, folder.resolve("a"));
    byte[] bytes = Files.readAllBytes(first);
    assertThat(provider().prepare(model, folder.resolve("a"))).isEqualTo(first);
    assertThat(Files.readAllBytes(first)).isEqualTo(bytes);
    assertThat(Files.readAllBytes(provider().prepare(model, folder.resolve("b")))).isEqualTo(bytes);
  }

  @Test
  void filesThatAreNoModelsAreRefusedInOneSentence() throws IOException {
    byte[] bytes = Files.readAllBytes(modelFile());
    int middle = bytes.length / 2;
    byte[] without = new byte[bytes.length - bytes.length / 4];
    System.arraycopy(bytes, 0, without, 0, middle);
    System.arraycopy(
        bytes, bytes.length - (without.length - middle), without, middle, without.length - middle);
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("empty", new byte[0]);
    files.put("text", "This is no model.".getBytes());
    files.put("head", Arrays.copyOf(bytes, 100));
    files.put("half", Arrays.copyOf(bytes, middle));
    files.put("most", Arrays.copyOf(bytes, bytes.length - 10));
    files.put("tail", Arrays.copyOfRange(bytes, middle, bytes.length));
    files.put("without a quarter", without);
    files.forEach(
        (name, content) -> {
          Path file = folder.resolve(name);
          assertThatThrownBy(
                  () -> {
                    Files.write(file, content);
                    openPrepared(file);
                  })
              .as(name)
              .isInstanceOf(ModelException.class)
              .hasMessageStartingWith("Model 'm': ")
              .hasMessageNotContaining("\n")
              .hasMessageNotContaining("Exception");
        });
  }

  @Test
  void aMissingFileIsRefusedByItsName() {
    ModelRef missing = new ModelRef("m", folder.resolve("no.zip").toString(), "00", 0, Map.of());
    assertThatThrownBy(() -> provider().prepare(missing, folder))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("no.zip");
    assertThatThrownBy(() -> provider().open(missing, placement()))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("no.zip");
  }
}
