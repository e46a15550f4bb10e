package io.github.steelyard.datasets.prepare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.steelyard.datasets.Splits;
import io.github.steelyard.datasets.format.DatasetSpec;
import io.github.steelyard.datasets.format.SplitSpec;
import io.github.steelyard.engine.data.LabelMap;
import io.github.steelyard.engine.problem.BadInputException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is prepared, what is prepared anew, and what is refused. */
class DatasetPreparerIT extends PreparedCsv {
  private PreparedSplit verified(DatasetSpec dataset) {
    return preparer().prepare(spark(), dataset, dataset.splits().get(0), 0, true);
  }

  @Test
  void everyPartOfTheContentsIsInTheFingerprint() throws IOException {
    String row = "i,a,1,s,t,5";
    String other = "j,b,1,s,t,6";
    List<String> prints = new ArrayList<>();
    for (String changed :
        List.of(row, "k,a,1,s,t,5", "i,b,1,s,t,5", "i,a,2,s,t,5", "i,a,1,,t,5", "i,a,1,s,t,5.5")) {
      write(folder.resolve("some.csv"), List.of(changed, other));
      prints.add(
          preparer()
              .prepare(
                  spark(),
                  csv(folder.resolve("some.csv")),
                  csv(folder.resolve("some.csv")).splits().get(0),
                  0,
                  true)
              .fingerprint());
    }
    write(folder.resolve("some.csv"), List.of(other, row));
    DatasetSpec same = csv(folder.resolve("some.csv"));
    SplitSpec renamed = new SplitSpec("train", same.splits().get(0).options());
    DatasetSpec relabelled =
        Splits.dataset("csv", new LabelMap(List.of("a", "b", "d")), same.splits().get(0));
    prints.add(preparer().prepare(spark(), same, renamed, 0, true).fingerprint());
    prints.add(
        preparer().prepare(spark(), relabelled, same.splits().get(0), 0, true).fingerprint());
    assertThat(prints).doesNotHaveDuplicates();
    assertThat(verified(same).fingerprint()).isEqualTo(prints.get(0));
  }

  /** Spark numbers its jobs one after the other, so this is how many there have been. */
  private int jobs() {
    var counted = jsc().parallelize(List.of(1)).countAsync();
    try {
      counted.get();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
    return counted.jobIds().get(0);
  }

  @Test
  void whatHasNotChangedIsNotReadAgain() throws IOException {
    Path file = folder.resolve("some.csv");
    write(file, rows(50));
    PreparedSplit first = prepare(csv(file));
    int before = jobs();
    assertThat(prepare(csv(file))).isEqualTo(first);
    assertThat(jobs() - before).isEqualTo(1);

    assertThat(verified(csv(file))).isEqualTo(first);
    assertThat(jobs() - before).isGreaterThan(2);

    write(file, rows(51));
    assertThat(prepare(csv(file)).examples()).isEqualTo(51);
  }

  @Test
  void whatWasDeletedOrDamagedIsPreparedAnewOrNamed() throws IOException {
    Path file = folder.resolve("some.csv");
    write(file, rows(50));
    PreparedSplit first = prepare(csv(file));
    Path root = Path.of(URI.create(first.folder()));
    Files.delete(root.resolve("inputs/part-00000.parquet"));
    assertThat(prepare(csv(file))).isEqualTo(first);
    assertThat(shards(first)).hasSize(1);

    Path description = root.resolve("prepared.json");
    Files.deleteIfExists(root.resolve(".prepared.json.crc"));
    Files.writeString(description, "{\"examples\": 50");
    assertThatThrownBy(() -> prepare(csv(file)))
        .isInstanceOf(BadInputException.class)
        .hasMessage(
            description
                + ": is damaged, expected what an earlier run wrote; delete its folder to prepare"
                + " it anew");
  }

  @Test
  void nothingIsLeftOfAPreparationThatFails() throws IOException {
    Path file = folder.resolve("some.csv");
    write(file, List.of("i,a,1,s,t,1", "i,a,1,s,t,2"));
    assertThatThrownBy(() -> prepare(csv(file)))
        .isInstanceOf(BadInputException.class)
        .hasMessage(
            file + ", row 2: id 'i' is used already in " + file + ", row 1, expected unique ids");
    try (var left = Files.list(out)) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void duplicatesInManyFilesAreFound() throws IOException {
    Path pieces = Files.createDirectory(folder.resolve("pieces"));
    List<String> rows = rows(MANY);
    write(pieces.resolve("a.csv"), rows);
    write(pieces.resolve("b.csv"), List.of("x17000,a,1,s,t,5"));
    assertThatThrownBy(() -> prepare(csv(pieces)))
        .isInstanceOf(BadInputException.class)
        .hasMessage(
            pieces.resolve("b.csv")
                + ", row 1: id 'x17000' is used already in "
                + pieces.resolve("a.csv")
                + ", row 17001, expected unique ids");
  }

  @Test
  void classesThatNobodyDeclaresAreAskedFor() throws IOException {
    write(folder.resolve("some.csv"), rows(3));
    DatasetSpec declared = csv(folder.resolve("some.csv"));
    DatasetSpec none = Splits.dataset("csv", null, declared.splits().get(0));
    assertThatThrownBy(() -> prepare(none))
        .isInstanceOf(BadInputException.class)
        .hasMessage(
            "Data set 'some': expected a label map, since files of format 'csv' do not tell the"
                + " classes");
    DatasetSpec odd = Splits.dataset("cvs", CLASSES, declared.splits().get(0));
    assertThatThrownBy(() -> prepare(odd))
        .isInstanceOf(BadInputException.class)
        .hasMessage(
            "Unknown format: 'cvs'. Known: csv, idx, images, jsonl, parquet, synthetic, table");
  }
}
