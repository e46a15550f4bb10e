package io.github.steelyard.reports.table.suspicion;

import io.github.steelyard.reports.table.ReportTableContract;
import org.junit.jupiter.api.Nested;

class SuspicionTablesTest {
  @Nested
  class Alarms extends ReportTableContract {
    Alarms() {
      super(
          new AlarmsTable(),
          1,
          "zoo",
          "pets",
          "test",
          "constant-prediction",
          "Answers 'cat' to all 993 examples of 2 classes: look at its preprocessing and at its"
              + " training");
    }
  }

  @Nested
  class Contamination extends ReportTableContract {
    Contamination() {
      super(
          new ContaminationTable(),
          2,
          "pets",
          "test",
          "train",
          "exact",
          "sha-256",
          1000L,
          2000L,
          125L,
          0.125,
          0L);
    }
  }

  @Nested
  class Duplicates extends ReportTableContract {
    Duplicates() {
      super(new DuplicatesTable(), 1, "pets", "test", "train", "exact", 17L, 1998L);
    }
  }
}
