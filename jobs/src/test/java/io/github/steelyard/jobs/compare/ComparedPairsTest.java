package io.github.steelyard.jobs.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.steelyard.jobs.suite.settings.CompareChoice;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ComparedPairsTest {
  private static final List<ComparedPairs.Candidate> MODELS =
      List.of(
          new ComparedPairs.Candidate("large", 900, 0.8),
          new ComparedPairs.Candidate("small", 10, 0.7),
          new ComparedPairs.Candidate("middle", 100, 0.9),
          new ComparedPairs.Candidate("failed", 500, null));

  private static List<String> pairs(CompareChoice choice, String baseline) {
    return named(MODELS, choice, baseline);
  }

  private static List<String> named(
      List<ComparedPairs.Candidate> models, CompareChoice choice, String baseline) {
    return ComparedPairs.of(models, choice, baseline).stream()
        .map(pair -> models.get(pair.first()).model() + ">" + models.get(pair.second()).model())
        .toList();
  }

  private static List<ComparedPairs.Candidate> many(int models) {
    return IntStream.range(0, models)
        .mapToObj(model -> new ComparedPairs.Candidate("m" + model, model, 0.5))
        .toList();
  }

  @Test
  void theLargerModelOfEachPairStandsFirst() {
    assertThat(pairs(CompareChoice.ALL, null))
        .containsExactly(
            "large>small",
            "large>middle",
            "large>failed",
            "middle>small",
            "failed>small",
            "failed>middle");
    assertThat(pairs(null, null)).isEqualTo(pairs(CompareChoice.ALL, "small"));
  }

  @Test
  void theBestIsComparedWithAllWhateverIsAskedFor() {
    assertThat(pairs(CompareChoice.NEIGHBOURS, null))
        .containsExactly("large>middle", "large>failed", "middle>small", "failed>middle");
    assertThat(pairs(CompareChoice.BASELINE, "small"))
        .containsExactly(
            "large>small", "large>middle", "middle>small", "failed>small", "failed>middle");
  }

  @Test
  void aBaselineThatIsNotHereIsNoPair() {
    assertThat(pairs(CompareChoice.BASELINE, "elsewhere"))
        .containsExactly("large>middle", "middle>small", "failed>middle");
  }

  @Test
  void nothingIsComparedWhereNothingIsAskedFor() {
    assertThat(pairs(CompareChoice.NONE, "small")).isEmpty();
  }

  @Test
  void thePairsOfManyModelsStayFew() {
    assertThat(named(many(16), null, null)).hasSize(120);
    assertThat(named(many(17), null, null)).hasSize(16 + 15);
    assertThat(named(many(64), CompareChoice.ALL, null)).hasSize(2016);
    assertThat(named(many(65), CompareChoice.ALL, null)).hasSize(64 + 63);
  }

  @Test
  void ofModelsOfOneSizeTheFirstByNameCountsAsTheLarger() {
    assertThat(
            named(
                List.of(
                    new ComparedPairs.Candidate("b", 5, null),
                    new ComparedPairs.Candidate("a", 5, null)),
                CompareChoice.ALL,
                null))
        .containsExactly("a>b");
  }
}
