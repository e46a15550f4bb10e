package io.github.steelyard.reports.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.steelyard.engine.metric.estimate.PairedDifference;
import io.github.steelyard.engine.statistics.Interval;
import io.github.steelyard.reports.run.comparison.ComparisonSamples;
import io.github.steelyard.reports.table.comparison.AgreementsTable;
import io.github.steelyard.reports.table.comparison.ComparisonsTable;
import io.github.steelyard.reports.table.comparison.RankingsTable;
import io.github.steelyard.reports.table.comparison.RobustnessTable;
import io.github.steelyard.reports.table.generalization.DomainAgreementsTable;
import io.github.steelyard.reports.table.generalization.DomainsTable;
import io.github.steelyard.reports.table.generalization.GapsTable;
import io.github.steelyard.reports.table.generalization.OutOfDistributionTable;
import io.github.steelyard.reports.table.quality.CalibrationTable;
import io.github.steelyard.reports.table.quality.ConfusionTable;
import io.github.steelyard.reports.table.quality.MetricsTable;
import io.github.steelyard.reports.table.quality.ReliabilityTable;
import io.github.steelyard.reports.table.quality.RiskCoverageTable;
import io.github.steelyard.reports.table.quality.SliceDifferencesTable;
import io.github.steelyard.reports.table.quality.WorstSlicesTable;
import io.github.steelyard.reports.table.suspicion.AlarmsTable;
import io.github.steelyard.reports.table.suspicion.ContaminationTable;
import io.github.steelyard.reports.table.suspicion.DuplicatesTable;
import io.github.steelyard.reports.table.unit.ClassesTable;
import io.github.steelyard.reports.table.unit.CostsTable;
import io.github.steelyard.reports.table.unit.DatasetsTable;
import io.github.steelyard.reports.table.unit.FailuresTable;
import io.github.steelyard.reports.table.unit.ModelsTable;
import io.github.steelyard.reports.table.unit.RunUnitsTable;
import io.github.steelyard.reports.table.unit.UnitSettingsTable;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ReportTablesTest {
  @Test
  void runsComesLastAfterTheOthersByName() {
    List<String> names = ReportTables.all().stream().map(ReportTable::name).toList();
    assertThat(names).endsWith("runs").contains("datasets", "metrics", "models", "run_units");
    assertThat(names.subList(0, names.size() - 1)).isSorted();
  }

  @Test
  void aNameThatOccursTwiceIsRefused() {
    assertThatThrownBy(
            () ->
                ReportTables.inOrder(List.of(new CostsTable(), new CostsTable(), new RunsTable())))
        .hasMessage(
            "Cannot use the report tables [costs, costs, runs], expected 'runs' and every name"
                + " once");
  }

  @Nested
  class Runs extends ReportTableContract {
    @Override
    ReportTable table() {
      return new RunsTable();
    }

    @Override
    int rows() {
      return 1;
    }

    @Override
    List<Object> firstRow() {
      return List.of(
          "pets",
          "c0ffee",
          "evaluate --suite pets.yaml --out out",
          Instant.parse("2026-11-22T16:30:00.123Z").toEpochMilli(),
          Instant.parse("2026-11-22T16:30:12.468Z").toEpochMilli(),
          "partial",
          "0.1.0",
          "4.2.0",
          "local[2]",
          "17.0.9",
          "Linux 6.1",
          "Some CPU, 2 cores",
          List.of("dl4j 1.0.0-M2.1 on cpu, float32, avx2, oneDNN, threads 1"),
          1000L,
          4L,
          2L,
          4000L,
          12L,
          4L,
          "{confidence: 0.9}\n");
    }
  }

  @Nested
  class OutOfDistribution extends ReportTableContract {
    @Override
    ReportTable table() {
      return new OutOfDistributionTable();
    }

    @Override
    int rows() {
      return 4;
    }

    @Override
    List<Object> firstRow() {
      return Arrays.asList(
          "mlp-s1",
          "pets",
          "test",
          "sketches",
          "all",
          "max-logit",
          "auroc",
          0.875,
          null,
          0.75,
          0.9375,
          0.95,
          "jackknife",
          null,
          0.001,
          100L,
          50L);
    }
  }

  @Nested
  class UnitSettings extends ReportTableContract {
    @Override
    ReportTable table() {
      return new UnitSettingsTable();
    }

    @Override
    int rows() {
      return 3;
    }

    @Override
    List<Object> firstRow() {
      return Arrays.asList(
          "mlp-s1", "pets", "test", "fog", "weather", 3, "csv", "owner", "train", null, false, null,
          null, "dog", 0.3, 2.0, 0.9, 0.8, 2, 1, 0.0, 255.0, 33.5, -1.5, 2.75, 0.75);
    }
  }

  @Nested
  class RunUnits extends ReportTableContract {
    @Override
    ReportTable table() {
      return new RunUnitsTable();
    }

    @Override
    int rows() {
      return 4;
    }

    @Override
    List<Object> firstRow() {
      return Arrays.asList(
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
    @Override
    ReportTable table() {
      return new ModelsTable();
    }

    @Override
    int rows() {
      return 3;
    }

    @Override
    List<Object> firstRow() {
      return List.of(
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
    @Override
    ReportTable table() {
      return new DatasetsTable();
    }

    @Override
    int rows() {
      return 2;
    }

    @Override
    List<Object> firstRow() {
      return List.of(
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
    @Override
    ReportTable table() {
      return new ClassesTable();
    }

    @Override
    int rows() {
      return 4;
    }

    @Override
    List<Object> firstRow() {
      return List.of("pets", "test", 0, "cat", 600L);
    }
  }

  @Nested
  class Metrics extends ReportTableContract {
    @Override
    ReportTable table() {
      return new MetricsTable();
    }

    @Override
    int rows() {
      return 10;
    }

    @Override
    List<Object> firstRow() {
      return Arrays.asList(
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
    @Override
    ReportTable table() {
      return new ConfusionTable();
    }

    @Override
    int rows() {
      return 2;
    }

    @Override
    List<Object> firstRow() {
      return Arrays.asList(
          "mlp-s1", "pets", "test", "color", "black", 0, "cat", 1, "dog", 12L, 18.5, null, null,
          null);
    }
  }

  @Nested
  class Costs extends ReportTableContract {
    @Override
    ReportTable table() {
      return new CostsTable();
    }

    @Override
    int rows() {
      return 6;
    }

    @Override
    List<Object> firstRow() {
      return List.of("mlp-s1", "parameters", 54_410.0, "parameters", "exact", "graph");
    }
  }

  @Nested
  class Gaps extends ReportTableContract {
    @Override
    ReportTable table() {
      return new GapsTable();
    }

    @Override
    int rows() {
      return 4;
    }

    @Override
    List<Object> firstRow() {
      return Arrays.asList(
          "mlp-s1",
          "pets",
          "accuracy",
          null,
          "train",
          "test",
          0.95,
          0.9,
          0.05,
          null,
          0.03,
          0.0725,
          0.95,
          "mover",
          null,
          "worse",
          "training");
    }
  }

  @Nested
  class Agreements extends ReportTableContract {
    @Override
    ReportTable table() {
      return new AgreementsTable();
    }

    @Override
    int rows() {
      return 2;
    }

    @Override
    List<Object> firstRow() {
      return List.of(
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
  class Alarms extends ReportTableContract {
    @Override
    ReportTable table() {
      return new AlarmsTable();
    }

    @Override
    int rows() {
      return 1;
    }

    @Override
    List<Object> firstRow() {
      return List.of(
          "zoo",
          "pets",
          "test",
          "constant-prediction",
          "Answers 'cat' to all 993 examples of 2 classes: look at its preprocessing and at its"
              + " training");
    }
  }

  @Nested
  class Reliability extends ReportTableContract {
    @Override
    ReportTable table() {
      return new ReliabilityTable();
    }

    @Override
    int rows() {
      return 1;
    }

    @Override
    List<Object> firstRow() {
      return List.of(
          "mlp-s1", "pets", "test", "fog", "weather", 3, "color", "black", 1.5, 0.8, 0.9, 40L, 42.5,
          0.85, 0.75);
    }
  }

  @Nested
  class Calibration extends ReportTableContract {
    @Override
    ReportTable table() {
      return new CalibrationTable();
    }

    @Override
    int rows() {
      return 2;
    }

    @Override
    List<Object> firstRow() {
      return Arrays.asList(
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
    @Override
    ReportTable table() {
      return new RiskCoverageTable();
    }

    @Override
    int rows() {
      return 1;
    }

    @Override
    List<Object> firstRow() {
      return Arrays.asList("mlp-s1", "pets", "test", null, null, null, 0.25, 0.02, 0.99);
    }
  }

  @Nested
  class Failures extends ReportTableContract {
    @Override
    ReportTable table() {
      return new FailuresTable();
    }

    @Override
    int rows() {
      return 2;
    }

    @Override
    List<Object> firstRow() {
      return Arrays.asList(
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

  @Nested
  class Robustness extends ReportTableContract {
    @Override
    ReportTable table() {
      return new RobustnessTable();
    }

    @Override
    int rows() {
      return 4;
    }

    @Override
    List<Object> firstRow() {
      return Arrays.asList(
          "mlp-s1", "pets", "test", "fog", "corruption-error", 0.75, null, "mlp-s2", 5);
    }
  }

  @Nested
  class Comparisons extends ReportTableContract {
    @Override
    ReportTable table() {
      return new ComparisonsTable();
    }

    @Override
    int rows() {
      return 3;
    }

    @Override
    List<Object> firstRow() {
      PairedDifference found = ComparisonSamples.accuracies(0.93, 60, 40);
      Interval interval = Objects.requireNonNull(found.uncertainty().interval());
      return Arrays.asList(
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
          found.difference(),
          interval.lower(),
          interval.upper(),
          0.95,
          "tango",
          found.pValue(),
          found.exactPValue(),
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
    @Override
    ReportTable table() {
      return new RankingsTable();
    }

    @Override
    int rows() {
      return 2;
    }

    @Override
    List<Object> firstRow() {
      return Arrays.asList(
          "pets", "test", null, null, "accuracy", null, "mlp-s2", 1, 0.93, "a", true, null);
    }
  }

  @Nested
  class Domains extends ReportTableContract {
    @Override
    ReportTable table() {
      return new DomainsTable();
    }

    @Override
    int rows() {
      return 1;
    }

    @Override
    List<Object> firstRow() {
      return Arrays.asList(
          "mlp-s1",
          "sketches",
          "all",
          "pets",
          "test",
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
          2.0,
          1.5,
          0.5);
    }
  }

  @Nested
  class Contamination extends ReportTableContract {
    @Override
    ReportTable table() {
      return new ContaminationTable();
    }

    @Override
    int rows() {
      return 2;
    }

    @Override
    List<Object> firstRow() {
      return List.of("pets", "test", "train", "exact", "sha-256", 1000L, 2000L, 125L, 0.125, 0L);
    }
  }

  @Nested
  class Duplicates extends ReportTableContract {
    @Override
    ReportTable table() {
      return new DuplicatesTable();
    }

    @Override
    int rows() {
      return 1;
    }

    @Override
    List<Object> firstRow() {
      return List.of("pets", "test", "train", "exact", 17L, 1998L);
    }
  }

  @Nested
  class DomainAgreements extends ReportTableContract {
    @Override
    ReportTable table() {
      return new DomainAgreementsTable();
    }

    @Override
    int rows() {
      return 2;
    }

    @Override
    List<Object> firstRow() {
      return Arrays.asList("sketches", "all", "pets", "test", "f1", "macro", 5L, 0.5, 0.25, null);
    }
  }

  @Nested
  class WorstSlices extends ReportTableContract {
    @Override
    ReportTable table() {
      return new WorstSlicesTable();
    }

    @Override
    int rows() {
      return 1;
    }

    @Override
    List<Object> firstRow() {
      return List.of(
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
    @Override
    ReportTable table() {
      return new SliceDifferencesTable();
    }

    @Override
    int rows() {
      return 2;
    }

    @Override
    List<Object> firstRow() {
      return Arrays.asList(
          "mlp-s1", "pets", "test", "color", "black", "f1", "macro", 0.5, 0.625, -0.125, null,
          -0.25, 0.0625, 0.95, "mover", null, 0.03125, 100L, 300L, "fog", "weather", 3);
    }
  }
}
