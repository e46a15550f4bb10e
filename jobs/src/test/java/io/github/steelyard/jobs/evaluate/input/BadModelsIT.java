package io.github.steelyard.jobs.evaluate.input;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.steelyard.jobs.ExitStatus;
import io.github.steelyard.jobs.evaluate.BadInputTest;
import io.github.steelyard.jobs.evaluate.TinyModel;
import io.github.steelyard.reports.leaderboard.Leaderboard;
import io.github.steelyard.reports.run.RunResult;
import io.github.steelyard.reports.run.RunStatus;
import io.github.steelyard.reports.run.unit.FailureStage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Models that cannot be used; the others finish. */
class BadModelsIT extends BadInputTest {
  /** Begins like every PNG file. */
  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0};

  /** Begins like every HDF5 file. */
  private static final byte[] HDF = {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n', 0, 0};

  @Test
  void badModelsAreNamedAndTheGoodOneFinishes() throws Exception {
    byte[] whole = Files.readAllBytes(model());
    RunResult result =
        evaluate(
            List.of(goodCsv()),
            List.of(
                model("missing", at("missing.zip")),
                model("folder", folder.toString()),
                model("cut", file("cut.zip", Arrays.copyOf(whole, whole.length / 2))),
                model("text", file("text.zip", "I am not a model.\n")),
                model("picture", file("picture.h5", PNG)),
                model("hdf", file("hdf.h5", HDF)),
                model("empty", file("empty.zip", "")),
                model("logits", file("logits.zip", TinyModel.withIdentityOutput(model()))),
                goodModel()));

    String foreign = ", expected a whole file of a format that one of them reads";
    assertThat(sentences(result))
        .containsEntry(
            "missing",
            "Model 'missing': expected a model file at " + at("missing.zip") + ". Found: none")
        .containsEntry(
            "folder", "Model 'folder': expected a model file at " + folder + ". Found: none")
        .containsEntry(
            "cut",
            "Model 'cut': cannot read "
                + at("cut.zip")
                + ": it is not a whole zip file: was it cut short?")
        .containsEntry(
            "text",
            "Model 'text': no engine (dl4j, onnxruntime) recognizes " + at("text.zip") + foreign)
        .containsEntry(
            "picture",
            "Model 'picture': no engine (dl4j, onnxruntime) recognizes "
                + at("picture.h5")
                + foreign)
        .containsEntry(
            "empty",
            "Model 'empty': no engine (dl4j, onnxruntime) recognizes " + at("empty.zip") + foreign)
        .hasEntrySatisfying(
            "hdf",
            sentence ->
                assertThat(sentence).startsWith("Model 'hdf': cannot read " + at("hdf.h5") + ": "))
        .hasEntrySatisfying(
            "logits/flowers/test",
            sentence ->
                assertThat(sentence)
                    .matches(
                        "Model 'logits': The model yields (a score of|scores that add up to) \\S+ for"
                            + " example 0 where probabilities were expected, not negative and adding"
                            + " up to 1: if they are logits, say 'outputs: logits'"))
        .hasSize(8);
    assertThat(units(result)).containsExactly("good/test");
    assertThat(result.run().status()).isEqualTo(RunStatus.PARTIAL);
    assertThat(status(result)).isEqualTo(ExitStatus.SOME_FAILED);
    assertThat(result.failures())
        .allSatisfy(
            row ->
                assertThat(row.stage())
                    .isEqualTo(row.dataset() == null ? FailureStage.PLAN : FailureStage.PREDICT));
    assertThat(Leaderboard.text(result)).contains(sentences(result).values());
    assertThat(rows("failures").select("message").collectAsList())
        .extracting(row -> row.getString(0))
        .containsExactlyInAnyOrderElementsOf(sentences(result).values());
  }

  @Test
  void logitsDeclaredAsSuchAreFine() throws Exception {
    String logits = file("logits.zip", TinyModel.withIdentityOutput(model()));
    RunResult result =
        evaluate(
            List.of(goodCsv()),
            List.of("{name: logits, path: " + logits + ", outputs: logits}", goodModel()));

    assertThat(result.failures()).isEmpty();
    // The softmax of the logits is what the model itself yields: every example has the same class.
    assertThat(confusion(result, "logits")).isEqualTo(confusion(result, "good"));
  }

  private static List<List<Long>> confusion(RunResult result, String model) {
    return result.confusion().stream()
        .filter(row -> row.model().equals(model))
        .map(row -> List.of((long) row.label(), (long) row.prediction(), row.examples()))
        .toList();
  }

  @Test
  void whereNoModelIsThereNothingRuns() throws Exception {
    RunResult result =
        evaluate(
            List.of(goodCsv()),
            List.of(
                model("one", at("one.zip")),
                model("two", at("two.zip")),
                "{family: " + at("family") + "}"));

    assertThat(sentences(result))
        .containsEntry(
            "one", "Model 'one': expected a model file at " + at("one.zip") + ". Found: none")
        .containsEntry(
            "two", "Model 'two': expected a model file at " + at("two.zip") + ". Found: none")
        .containsEntry(at("family"), at("family") + ": expected a folder of trained models")
        .hasSize(3);
    assertThat(result.units()).isEmpty();
    assertThat(result.run().status()).isEqualTo(RunStatus.FAILED);
    assertThat(status(result)).isEqualTo(ExitStatus.NOTHING_RAN);
    assertThat(rows("runs").count()).isEqualTo(1);
    assertThat(rows("failures").count()).isEqualTo(3);
  }

  @Test
  void aBrokenCardLeavesItsFamilyAlone() throws Exception {
    Path family = Files.createDirectory(folder.resolve("family"));
    Path source = Objects.requireNonNull(model().getParent());
    String name = model().getFileName().toString().replace(".zip", "");
    for (String suffix : List.of(".zip", ".card.json")) {
      Files.copy(source.resolve(name + suffix), family.resolve(name + suffix));
    }
    Files.writeString(family.resolve("broken.card.json"), "{\"version\": 1");
    Files.writeString(family.resolve("left-out.card.json"), "[]");

    RunResult result =
        evaluate(List.of(goodCsv()), List.of("{family: " + family + ", include: '[!l]*'}"));

    assertThat(units(result)).containsExactly(name + "/test");
    assertThat(sentences(result)).containsOnlyKeys("broken");
    assertThat(result.failures().get(0).message())
        .startsWith(family.resolve("broken.card.json") + ": ");

    Files.write(family.resolve(name + ".zip"), new byte[] {1}, StandardOpenOption.APPEND);
    assertThat(
            sentences(evaluate(List.of(goodCsv()), List.of("{family: " + family + "}"))).get(name))
        .startsWith("Model '" + name + "': expected the file that its card describes (sha-256 ");
  }

  @Test
  void aModelInTheOutputFolderIsTakenFromWhereItLies() throws Exception {
    Path inside = Files.createDirectories(out.resolve("models/mine")).resolve("mine.zip");
    Files.copy(model(), inside);

    RunResult result = evaluate(List.of(goodCsv()), List.of(model("mine", inside.toString())));

    assertThat(result.failures()).isEmpty();
    assertThat(units(result)).containsExactly("mine/test");
  }
}
