package io.github.steelyard.reports.leaderboard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "831, 831",
    "999, 999",
    "1000, 1.0 k",
    "61706, 61.7 k",
    "999949, 999.9 k",
    "999950, 1.0 M",
    "138357544, 138.4 M",
    "15470264320, 15.5 G",
    "2e16, 20.0 P",
    "2e19, 20000.0 P"
  })
  void countsAreShortened(double count, String text) {
    assertThat(Figures.human(count, "")).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"12, 12 B", "250123, 250.1 kB"})
  void bytesHaveTheirUnit(double bytes, String text) {
    assertThat(Figures.human(bytes, "B")).isEqualTo(text);
  }

  @Test
  void smallProbabilitiesAreBounds() {
    assertThat(Figures.probability(0.0412)).isEqualTo("0.041");
    assertThat(Figures.probability(0.0009)).isEqualTo("< 0.001");
  }
}
