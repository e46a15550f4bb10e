package io.github.steelyard.reports.table.generalization;

import io.github.steelyard.reports.table.ReportTableContract;
import org.junit.jupiter.api.Nested;

class GeneralizationTablesTest {
  @Nested
  class OutOfDistribution extends ReportTableContract {
    OutOfDistribution() {
      super(
          new OutOfDistributionTable(),
          4,
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
  class Gaps extends ReportTableContract {
    Gaps() {
      super(
          new GapsTable(),
          4,
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
  class Domains extends ReportTableContract {
    Domains() {
      super(
          new DomainsTable(),
          1,
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
  class DomainAgreements extends ReportTableContract {
    DomainAgreements() {
      super(
          new DomainAgreementsTable(),
          2,
          "sketches",
          "all",
          "pets",
          "test",
          "f1",
          "macro",
          5L,
          0.5,
          0.25,
          null);
    }
  }
}
