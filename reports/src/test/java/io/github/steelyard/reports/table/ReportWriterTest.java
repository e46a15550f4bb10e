package io.github.steelyard.reports.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.steelyard.engine.columnar.Column;
import io.github.steelyard.engine.columnar.ParquetBlockReader;
import io.github.steelyard.engine.columnar.RowBlock;
import io.github.steelyard.engine.problem.BadInputException;
import io.github.steelyard.reports.run.RunId;
import io.github.steelyard.reports.run.RunResult;
import io.github.steelyard.reports.run.RunSamples;
import io.github.steelyard.reports.table.unit.CostsTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportWriterTest {
  private static final RunResult RESULT = RunSamples.complete();

  @TempDir Path out;

  private org.apache.hadoop.fs.Path target() {
    return new org.apache.hadoop.fs.Path(out.toUri());
  }

  private Path file(String table, RunId id) {
    return out.resolve("reports").resolve(table).resolve("run_id=" + id).resolve(ReportWriter.FILE);
  }

  /** Everything that a reader would see, without checksums. */
  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.walk(out)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> out.relativize(file).toString())
          .filter(file -> !file.endsWith(".crc"))
          .sorted()
          .toList();
    }
  }

  @Test
  void everyTableGetsItsPlaceAndNothingElseIsLeft() throws IOException {
    new ReportWriter().publish(RESULT, target(), new Configuration());

    List<String> expected = new ArrayList<>(List.of("reports/latest.sql"));
    ReportTables.all()
        .forEach(
            table -> expected.add(out.relativize(file(table.name(), RunSamples.ID)).toString()));
    assertThat(files()).containsExactlyInAnyOrderElementsOf(expected);
    assertThat(out.resolve("reports/.staging-" + RunSamples.ID)).doesNotExist();
  }

  @Test
  void aFileTellsItsTableAndItsRunInTheFooter() {
    new ReportWriter().publish(RESULT, target(), new Configuration());
    try (ParquetBlockReader reader =
        new ParquetBlockReader(
            new org.apache.hadoop.fs.Path(file("costs", RunSamples.ID).toUri()),
            new Configuration(),
            new CostsTable().columns())) {
      assertThat(reader.metadata("steelyard.table")).isEqualTo("costs");
      assertThat(reader.metadata("steelyard.run_id")).isEqualTo(RunSamples.ID.text());
      assertThat(reader.rowsLeft()).isEqualTo(6);
    }
  }

  @Test
  void runsIsPublishedLast() {
    new ReportWriter().publish(RESULT, target(), ObservedFileSystem.observed());
    assertThat(ObservedFileSystem.PUBLISHED)
        .hasSameSizeAs(ReportTables.all())
        .endsWith("runs")
        .containsOnlyOnce("runs");
  }

  @Test
  void aTableThatCannotBeWrittenLeavesNothingOfTheRun() throws IOException {
    List<ReportTable> tables = new ArrayList<>(ReportTables.all());
    tables.add(new FailingTable());
    assertThatThrownBy(
            () -> new ReportWriter(tables).publish(RESULT, target(), new Configuration()))
        .hasMessage("no rows today");
    assertThat(files()).isEmpty();
  }

  @Test
  void aTableThatCannotGetItsPlaceTakesTheOthersWithIt() throws IOException {
    assertThatThrownBy(
            () ->
                new ReportWriter()
                    .publish(RESULT, target(), ObservedFileSystem.failing("metrics", false)))
        .hasRootCauseMessage("no room for metrics");
    assertThat(ObservedFileSystem.PUBLISHED).contains("costs");
    assertThat(files()).isEmpty();
  }

  @Test
  void aProcessThatDiesHalfWayLeavesNoRun() throws IOException {
    assertThatThrownBy(
            () ->
                new ReportWriter()
                    .publish(RESULT, target(), ObservedFileSystem.failing("models", true)))
        .hasRootCauseMessage("no room for models");
    assertThat(file("metrics", RunSamples.ID)).exists();
    assertThat(out.resolve("reports/runs")).doesNotExist();
  }

  @Test
  void whenRunsItselfFailsNothingIsLeftButTheViews() throws IOException {
    assertThatThrownBy(
            () ->
                new ReportWriter()
                    .publish(RESULT, target(), ObservedFileSystem.failing("runs", false)))
        .hasRootCauseMessage("no room for runs");
    assertThat(files()).containsExactly("reports/latest.sql");
  }

  @Test
  void aRunThatIsThereIsNotTouched() throws IOException {
    new ReportWriter().publish(RESULT, target(), new Configuration());
    byte[] before = Files.readAllBytes(file("metrics", RunSamples.ID));
    RunResult other = RunResult.of(RESULT.run());

    assertThatThrownBy(() -> new ReportWriter().publish(other, target(), new Configuration()))
        .isInstanceOf(BadInputException.class)
        .hasMessageStartingWith("Run 20261122T163000Z-1f0a9c is already there (")
        .hasMessageEndingWith("), expected a new run id");
    assertThat(Files.readAllBytes(file("metrics", RunSamples.ID))).isEqualTo(before);
  }

  @Test
  void anotherRunStandsBesideTheFirst() throws IOException {
    RunId later = new RunId("20261122T163001Z-000000");
    new ReportWriter().publish(RESULT, target(), new Configuration());
    byte[] before = Files.readAllBytes(file("metrics", RunSamples.ID));
    new ReportWriter()
        .publish(
            RunResult.of(RunSamples.run(later, "pets", Instant.EPOCH)),
            target(),
            new Configuration());

    assertThat(file("metrics", later)).exists();
    assertThat(Files.readAllBytes(file("metrics", RunSamples.ID))).isEqualTo(before);
  }

  private static final class FailingTable implements ReportTable {
    @Override
    public String name() {
      return "failing";
    }

    @Override
    public String doc() {
      return "A table that is never written.";
    }

    @Override
    public List<Column> columns() {
      return new CostsTable().columns();
    }

    @Override
    public RowBlock rows(RunResult result) {
      throw new IllegalStateException("no rows today");
    }
  }
}
