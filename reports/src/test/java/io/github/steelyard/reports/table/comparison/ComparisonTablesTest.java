package io.github.steelyard.reports.table.comparison;

import io.github.steelyard.engine.metric.estimate.PairedDifference;
import io.github.steelyard.engine.statistics.Interval;
import io.github.steelyard.reports.run.comparison.ComparisonSamples;
import io.github.steelyard.reports.table.ReportTableContract;
import java.util.Objects;
import org.junit.jupiter.api.Nested;

class ComparisonTablesTest {
  @Nested
  class Agreements extends ReportTableContract {
    Agreements() {
      super(
          new AgreementsTable(),
          2,
          "mlp-s2",
          "mlp-s1",
          "pets",
          "test",
          "onnxruntime 1.29.0",
          "dl4j 1.0.0-M2.1",
          998L,
          998L,
          2L,
          3.2e-7,
          1.1e-8,
          2.5e-6,
          1e-5,
          true);
    }
  }

  @Nested
  class Robustness extends ReportTableContract {
    Robustness() {
      super(
          new RobustnessTable(),
          4,
          "mlp-s1",
          "pets",
          "test",
          "fog",
          "corruption-error",
          0.75,
          null,
          "mlp-s2",
          5);
    }
  }

  @Nested
  class Comparisons extends ReportTableContract {
    private static final PairedDifference FOUND = ComparisonSamples.accuracies(0.93, 60, 40);
    private static final Interval INTERVAL = Objects.requireNonNull(FOUND.uncertainty().interval());

    Comparisons() {
      super(
          new ComparisonsTable(),
          3,
          "mlp-s2",
          "mlp-s1",
          "pets",
          "test",
          null,
          null,
          null,
          null,
          "accuracy",
          null,
          0.93,
          0.93 - 0.02,
          FOUND.difference(),
          INTERVAL.lower(),
          INTERVAL.upper(),
          0.95,
          "tango",
          FOUND.pValue(),
          FOUND.exactPValue(),
          0.0925,
          0.046,
          2,
          60L,
          40L,
          1000L,
          7L,
          0.03125,
          1953.0,
          "not distinguishable",
          null);
    }
  }

  @Nested
  class Rankings extends ReportTableContract {
    Rankings() {
      super(
          new RankingsTable(),
          2,
          "pets",
          "test",
          null,
          null,
          "accuracy",
          null,
          "mlp-s2",
          1,
          0.93,
          "a",
          true,
          null);
    }
  }
}
