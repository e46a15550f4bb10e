package io.github.steelyard.reports.table.quality;

import io.github.steelyard.reports.table.ReportTableContract;
import org.junit.jupiter.api.Nested;

class QualityTablesTest {
  @Nested
  class Metrics extends ReportTableContract {
    Metrics() {
      super(
          new MetricsTable(),
          10,
          "mlp-s1",
          "pets",
          "test",
          "color",
          "black",
          "f1",
          "macro",
          0.5,
          null,
          0.4,
          0.625,
          0.95,
          "jackknife",
          null,
          100L,
          "higher",
          "0..1",
          "fog",
          "weather",
          3);
    }
  }

  @Nested
  class Confusion extends ReportTableContract {
    Confusion() {
      super(
          new ConfusionTable(),
          2,
          "mlp-s1",
          "pets",
          "test",
          "color",
          "black",
          0,
          "cat",
          1,
          "dog",
          12L,
          18.5,
          null,
          null,
          null);
    }
  }

  @Nested
  class Reliability extends ReportTableContract {
    Reliability() {
      super(
          new ReliabilityTable(),
          1,
          "mlp-s1",
          "pets",
          "test",
          "fog",
          "weather",
          3,
          "color",
          "black",
          1.5,
          0.8,
          0.9,
          40L,
          42.5,
          0.85,
          0.75);
    }
  }

  @Nested
  class Calibration extends ReportTableContract {
    Calibration() {
      super(
          new CalibrationTable(),
          2,
          "mlp-s1",
          "pets",
          "test",
          1.5,
          null,
          400L,
          300L,
          "log-loss",
          null,
          0.5,
          0.25,
          -0.25,
          -0.375,
          -0.125,
          0.95,
          "jackknife",
          null);
    }
  }

  @Nested
  class RiskCoverage extends ReportTableContract {
    RiskCoverage() {
      super(
          new RiskCoverageTable(), 1, "mlp-s1", "pets", "test", null, null, null, 0.25, 0.02, 0.99);
    }
  }

  @Nested
  class WorstSlices extends ReportTableContract {
    WorstSlices() {
      super(
          new WorstSlicesTable(),
          1,
          "mlp-s1",
          "pets",
          "test",
          "color",
          "black",
          "f1",
          "macro",
          0.5,
          0.75,
          -0.25,
          "the worst of several",
          3L,
          100L,
          "higher",
          "",
          "fog",
          "weather",
          3);
    }
  }

  @Nested
  class SliceDifferences extends ReportTableContract {
    SliceDifferences() {
      super(
          new SliceDifferencesTable(),
          2,
          "mlp-s1",
          "pets",
          "test",
          "color",
          "black",
          "f1",
          "macro",
          0.5,
          0.625,
          -0.125,
          null,
          -0.25,
          0.0625,
          0.95,
          "mover",
          null,
          0.03125,
          100L,
          300L,
          "fog",
          "weather",
          3);
    }
  }
}
