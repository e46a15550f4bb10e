package io.github.steelyard.reports.table.unit;

import io.github.steelyard.reports.table.ReportTableContract;
import java.util.List;
import org.junit.jupiter.api.Nested;

class UnitTablesTest {
  @Nested
  class UnitSettings extends ReportTableContract {
    UnitSettings() {
      super(
          new UnitSettingsTable(),
          3,
          "mlp-s1",
          "pets",
          "test",
          "fog",
          "weather",
          3,
          "csv",
          "owner",
          "train",
          null,
          false,
          null,
          null,
          "dog",
          0.3,
          2.0,
          0.9,
          0.8,
          2,
          1,
          0.0,
          255.0,
          33.5,
          -1.5,
          2.75,
          0.75);
    }
  }

  @Nested
  class RunUnits extends ReportTableContract {
    RunUnits() {
      super(
          new RunUnitsTable(),
          4,
          "mlp-s1",
          "pets",
          "test",
          "classification",
          "key-mlp-s1-test",
          "print-test",
          1000L,
          0L,
          "dl4j",
          "1.0.0-M2.1",
          "cpu",
          "avx2, oneDNN",
          1,
          "float32",
          64,
          "scale 0.00392",
          "probabilities",
          3,
          1,
          0.75,
          null,
          null,
          null);
    }
  }

  @Nested
  class Models extends ReportTableContract {
    Models() {
      super(
          new ModelsTable(),
          3,
          "mlp-s1",
          "models/mlp-s1.zip",
          "sha-mlp-s1",
          250_123L,
          "dl4j-multilayer",
          "dl4j",
          List.of("in FLOAT32 [784]"),
          List.of("out FLOAT32 [2]"),
          List.of("cat", "dog"),
          "scale 0.00392",
          "growing",
          "mlp",
          64L,
          2L,
          500L,
          3L,
          1L,
          0.001,
          32L,
          false,
          true,
          0.25,
          List.of("layer 'a' runs built in"));
    }
  }

  @Nested
  class Datasets extends ReportTableContract {
    Datasets() {
      super(
          new DatasetsTable(),
          2,
          "pets",
          "test",
          "csv",
          "print-test",
          1000L,
          2,
          "FLOAT32",
          "[784]",
          List.of("cat", "dog"),
          List.of("color"),
          1);
    }
  }

  @Nested
  class Classes extends ReportTableContract {
    Classes() {
      super(new ClassesTable(), 4, "pets", "test", 0, "cat", 600L);
    }
  }

  @Nested
  class Costs extends ReportTableContract {
    Costs() {
      super(new CostsTable(), 6, "mlp-s1", "parameters", 54_410.0, "parameters", "exact", "graph");
    }
  }

  @Nested
  class Failures extends ReportTableContract {
    Failures() {
      super(
          new FailuresTable(),
          2,
          "torn",
          null,
          null,
          "plan",
          "Model 'torn': the file ends too early, expected a whole zip.",
          "io.github.steelyard.engine.problem.ModelException",
          null,
          null,
          null);
    }
  }
}
