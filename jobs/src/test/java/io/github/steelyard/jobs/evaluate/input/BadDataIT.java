package io.github.steelyard.jobs.evaluate.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.steelyard.engine.problem.DataException;
import io.github.steelyard.jobs.ExitStatus;
import io.github.steelyard.jobs.evaluate.BadInputTest;
import io.github.steelyard.jobs.evaluate.TinyModel;
import io.github.steelyard.reports.run.RunResult;
import io.github.steelyard.reports.run.RunStatus;
import io.github.steelyard.reports.run.unit.FailureStage;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Data that cannot be used; the other splits finish. */
class BadDataIT extends BadInputTest {
  @Test
  void badSplitsAreNamedAndTheGoodOneFinishes() throws Exception {
    Map<String, String> splits = new TreeMap<>();
    splits.put("good", file("good.csv", TinyModel.flowers(40)));
    splits.put("missing", at("missing.csv"));
    splits.put("label", file("label.csv", TinyModel.HEADER + "x1,1,2,3,4,a\nx2,1,2,3,4,c\n"));
    splits.put("nan", file("nan.csv", TinyModel.HEADER + "x1,1,NaN,3,4,a\n"));
    splits.put("infinite", file("infinite.csv", TinyModel.HEADER + "x1,1,2,-Infinity,4,a\n"));
    splits.put("huge", file("huge.csv", TinyModel.HEADER + "x1,1,2,1e39,4,a\n"));
    splits.put("text", file("text.csv", TinyModel.HEADER + "x1,1,two,3,4,a\n"));
    splits.put("short", file("short.csv", TinyModel.HEADER + "x1,1,2,3,a\n"));
    splits.put("twice", file("twice.csv", TinyModel.HEADER + "x1,1,2,3,4,a\nx1,2,2,3,4,b\n"));
    splits.put("header", file("header.csv", TinyModel.HEADER));
    splits.put("empty", file("empty.csv", ""));
    splits.put("narrow", file("narrow.csv", "id,w,x,kind\nx1,1,2,a\nx2,2,1,b\n"));

    RunResult result = evaluate(List.of(csv(splits)), List.of(goodModel()));

    assertThat(sentences(result))
        .containsEntry(
            "flowers/missing",
            at("missing.csv") + ": is missing, expected a file, a folder or a glob of them")
        .containsEntry(
            "flowers/label", at("label.csv") + ", row 2: label 'c' is none of the 2 classes a, b")
        .containsEntry(
            "flowers/nan",
            at("nan.csv") + ", row 1, column 'x': expected a finite number. Found: NaN")
        .containsEntry(
            "flowers/infinite",
            at("infinite.csv") + ", row 1, column 'y': expected a finite number. Found: -Infinity")
        .containsEntry(
            "flowers/huge",
            at("huge.csv") + ", row 1, column 'y': expected a finite number. Found: 1.0E39")
        .containsEntry(
            "flowers/text",
            at("text.csv") + ", row 1, column 'x': expected a finite number. Found: 'two'")
        .containsEntry("flowers/short", at("short.csv") + ", row 1: expected 6 cells. Found: 5")
        .containsEntry(
            "flowers/twice",
            at("twice.csv")
                + ", row 2: id 'x1' is used already in "
                + at("twice.csv")
                + ", row 1, expected unique ids")
        .containsEntry(
            "flowers/header",
            "Data set 'flowers', split 'header': holds no example, expected at least one")
        .containsEntry("flowers/empty", at("empty.csv") + ": holds no row, expected at least one")
        .containsEntry(
            "good/flowers/narrow",
            "Model 'good': expects input [4], the data set 'flowers' gives [2] after its"
                + " preprocessing")
        .hasSize(11);
    assertThat(units(result)).containsExactly("good/good");
    assertThat(result.datasets()).extracting(row -> row.split()).containsOnly("good", "narrow");
    assertThat(status(result)).isEqualTo(ExitStatus.SOME_FAILED);
    assertThat(result.failures())
        .allSatisfy(
            row ->
                assertThat(row.stage())
                    .isEqualTo(row.model() == null ? FailureStage.PREPARE : FailureStage.PLAN));
  }

  @Test
  void badImageFilesAreNamed() throws Exception {
    byte[] images = TinyModel.idxImages(3);
    String wholeImages = file("images", images);
    String wholeLabels = file("labels", TinyModel.idxLabels(0, 1, 1));
    String cut = file("cut", Arrays.copyOf(images, images.length - 5));
    String head = file("head", Arrays.copyOf(images, 6));
    String few = file("few", TinyModel.idxLabels(0, 1));
    String foreign = file("foreign", "not an IDX file");
    String dataset =
        "{name: digits, format: idx, classes: 2, splits: {"
            + String.join(
                ", ",
                "cut: " + idx(cut, wholeLabels),
                "head: " + idx(head, wholeLabels),
                "few: " + idx(wholeImages, few),
                "label: " + idx(wholeImages, file("label", TinyModel.idxLabels(0, 7, 1))),
                "foreign: " + idx(foreign, wholeLabels),
                "swapped: " + idx(wholeLabels, wholeImages),
                "none: " + idx(wholeImages, at("none")))
            + "}}";

    RunResult result = evaluate(List.of(dataset), List.of(goodModel()));

    String idxOfImages = ": expected an IDX file of images, beginning with 00000803. Found: ";
    assertThat(sentences(result))
        .containsEntry("digits/cut", cut + ": is cut short, expected 3 items. Found: 1")
        .containsEntry(
            "digits/head",
            head + ": is cut short within its header, expected an IDX file of images")
        .containsEntry(
            "digits/few",
            few + ": expected as many labels as " + wholeImages + " has images: 3. Found: 2")
        .containsEntry(
            "digits/label", wholeImages + ", row 2: label '7' is none of the 2 classes 0, 1")
        .containsEntry("digits/foreign", foreign + idxOfImages + "6e6f7420")
        .containsEntry("digits/swapped", wholeLabels + idxOfImages + "00000801")
        .containsEntry(
            "digits/none", at("none") + ": is missing, expected a file, a folder or a glob of them")
        .hasSize(7);
    assertThat(result.units()).isEmpty();
    assertThat(result.run().status()).isEqualTo(RunStatus.FAILED);
    assertThat(status(result)).isEqualTo(ExitStatus.NOTHING_RAN);
  }

  private static String idx(String images, String labels) {
    return "{images: " + images + ", labels: " + labels + "}";
  }

  @Test
  void aSliceColumnThatIsAnIdCostsItsOwnSplitOnly() throws Exception {
    StringBuilder text = new StringBuilder("id,w,x,y,z,kind,visit\n");
    for (int row = 0; row < 1_100; row++) {
      text.append("f").append(row).append(",1,2,3,4,a,v").append(row).append('\n');
    }
    String sliced =
        "{name: sliced, format: csv, id: id, label: kind, labels: [a, b], slices: [visit], splits:"
            + " {test: {path: "
            + file("sliced.csv", text.toString())
            + "}}}";

    RunResult result = evaluate(List.of(goodCsv(), sliced), List.of(goodModel()));

    assertThat(result.units()).extracting(unit -> unit.dataset()).containsExactly("flowers");
    assertThat(sentences(result)).containsOnlyKeys("good/sliced/test");
    assertThat(result.failures().get(0).message()).contains("visit").contains("1000");
  }

  @Test
  void aFamilyIsNotTrainedOnDataThatCannotBeUsed() throws Exception {
    Path csv = Path.of(file("nan.csv", TinyModel.HEADER + "x1,1,NaN,3,4,a\n"));

    assertThatThrownBy(() -> TinyModel.train(spark(), folder.resolve("family"), csv))
        .isInstanceOf(DataException.class)
        .hasMessage(csv + ", row 1, column 'x': expected a finite number. Found: NaN");
  }
}
