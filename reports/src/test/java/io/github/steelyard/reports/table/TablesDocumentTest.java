package io.github.steelyard.reports.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TablesDocumentTest {
  @Test
  void tablesMdSaysWhatTheDeclarationsSay() throws IOException {
    // Maven runs the tests in the module's folder.
    assertThat(Files.readString(Path.of("TABLES.md")))
        .as("reports/TABLES.md is out of date; run: %s", TablesDocument.COMMAND)
        .isEqualTo(TablesDocument.text(ReportTables.all()));
  }

  @Test
  void everyColumnHasALine(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("TABLES.md");
    TablesDocument.main(new String[] {file.toString()});
    assertThat(Files.readString(file))
        .contains("## run_units")
        .contains("| 8 | `value` | float64, may be missing | see column 'unit' | The value;");
  }
}
