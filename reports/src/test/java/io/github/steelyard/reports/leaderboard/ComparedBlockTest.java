package io.github.steelyard.reports.leaderboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.steelyard.reports.run.RunResult;
import io.github.steelyard.reports.run.RunSamples;
import io.github.steelyard.reports.run.comparison.ComparisonRow;
import io.github.steelyard.reports.run.comparison.ComparisonSamples;
import io.github.steelyard.reports.run.comparison.Judgement;
import io.github.steelyard.reports.run.comparison.RankingRow;
import io.github.steelyard.reports.run.comparison.Verdict;
import io.github.steelyard.reports.run.unit.CostRow;
import io.github.steelyard.reports.run.unit.UnitSamples;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparedBlockTest {
  private static final Findings.Place PLACE = new Findings.Place("pets", "test");

  private static ComparisonRow row(String model, String other, Verdict verdict) {
    return new ComparisonRow(
        ComparisonSamples.pair(model, other),
        ComparisonSamples.accuracies(0.93, 60, 50),
        0,
        new Judgement(verdict, 0.5, 0.5, 6, 0.02 + model.length() / 1000.0, 1e4),
        null);
  }

  private static RankingRow ranked(String model, int rank, Boolean tied) {
    return new RankingRow(
        "pets", "test", null, "accuracy", null, model, rank, 1 - rank / 10.0, null, tied, null);
  }

  private static String text(List<RankingRow> ranking, List<ComparisonRow> comparisons) {
    List<CostRow> costs = new ArrayList<>();
    costs.add(UnitSamples.cost("tiny", CostRow.PARAMETERS, 1e3, "1"));
    costs.add(UnitSamples.cost("small", CostRow.PARAMETERS, 1e4, "1"));
    costs.add(UnitSamples.cost("large", CostRow.PARAMETERS, 1e6, "1"));
    costs.add(UnitSamples.cost("huge", CostRow.PARAMETERS, 1e9, "1"));
    RunResult result = RunResult.of(RunSamples.complete().run(), costs, ranking, comparisons);
    return new ComparedBlock(result, new Findings(result), PLACE).text();
  }

  @Test
  void largerModelsThatGainNothingAreNamedWithTheSmallestOneTheyDoNotBeat() {
    String text =
        text(
            List.of(
                ranked("small", 2, true),
                ranked("huge", 1, true),
                ranked("large", 3, false),
                ranked("tiny", 4, null)),
            List.of(
                row("huge", "large", Verdict.NOT_DISTINGUISHABLE),
                row("huge", "small", Verdict.NOT_DISTINGUISHABLE),
                row("huge", "tiny", Verdict.BETTER),
                row("large", "small", Verdict.WORSE),
                row("large", "tiny", Verdict.TOO_FEW),
                row("small", "tiny", Verdict.BETTER)));
    assertThat(text)
        .isEqualTo(
            """

              * the best accuracy: huge; not distinguishable from it: small
              * huge (1.0 G) is not distinguishable from small (10.0 k): +0.0100 [-0.0107, +0.0309], adjusted p 0.500
              * large (1.0 M) is worse than small (10.0 k): +0.0100 [-0.0107, +0.0309], adjusted p 0.500
              * a difference below 0.0250 would as a rule not show on these examples (power 80 %, the median pair)
            """);
  }

  @Test
  void ofModelsThatWereNotComparedNothingIsSaid() {
    assertThat(text(List.of(), List.of())).isEmpty();
  }
}
