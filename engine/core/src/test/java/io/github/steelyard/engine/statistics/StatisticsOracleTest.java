package io.github.steelyard.engine.statistics;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Against statsmodels and scipy, on the file of scripts/oracles/statistical_tests.py. */
class StatisticsOracleTest {
  private static final Map<String, UnaryOperator<double[]>> FUNCTIONS =
      Map.ofEntries(
          entry("tango", a -> bounds(Tango.interval(pairs(a), a[3]))),
          entry("mcnemar-statistic", a -> new double[] {McNemar.statistic(pairs(a))}),
          entry("mcnemar-exact", a -> new double[] {McNemar.exact(pairs(a))}),
          entry("mcnemar-mid-p", a -> new double[] {McNemar.midP(pairs(a))}),
          entry("holm", MultipleTests::holm),
          entry("benjamini-hochberg", MultipleTests::benjaminiHochberg),
          entry("unpaired-examples", StatisticsOracleTest::unpairedExamples),
          entry("unpaired-difference", StatisticsOracleTest::unpairedDifference),
          entry("paired-examples", StatisticsOracleTest::pairedExamples),
          entry("bootstrap", StatisticsOracleTest::bootstrap),
          entry("paired-jackknife", StatisticsOracleTest::pairedJackknife),
          entry("paired-difference", StatisticsOracleTest::pairedDifference));

  /** Standard error and p-value of a mean of groups. */
  private static double[] pairedJackknife(double[] means) {
    double sum = Arrays.stream(means).sum();
    double[] without =
        Arrays.stream(means).map(mean -> (sum - mean) / (means.length - 1)).toArray();
    PairedJackknife jackknife = new PairedJackknife(sum / means.length, without);
    return new double[] {jackknife.standardError(), jackknife.pValue().orElseThrow()};
  }

  private static double[] pairedDifference(double[] a) {
    return new double[] {
      ProportionPower.pairedDifference((long) a[0], a[1], Significance.USUAL).orElseThrow()
    };
  }

  private static DiscordantPairs pairs(double[] arguments) {
    return new DiscordantPairs((long) arguments[0], (long) arguments[1], (long) arguments[2]);
  }

  private static double[] bounds(Interval interval) {
    return new double[] {interval.lower(), interval.upper()};
  }

  private static double[] unpairedExamples(double[] a) {
    return new double[] {
      ProportionPower.unpairedExamples(a[0], a[1], new Significance(a[2], a[3]))
    };
  }

  private static double[] unpairedDifference(double[] a) {
    return new double[] {
      ProportionPower.unpairedDifference((long) a[0], a[1], Significance.USUAL).orElseThrow()
    };
  }

  private static double[] pairedExamples(double[] a) {
    return new double[] {ProportionPower.pairedExamples(a[0], a[1], new Significance(a[2], a[3]))};
  }

  private static double[] bootstrap(double[] a) {
    double[] replicates = Arrays.copyOfRange(a, 2, a.length);
    return bounds(
        Objects.requireNonNull(
            GroupBootstrap.interval(a[0], replicates, (int) a[1], 0.95).interval()));
  }

  @TestFactory
  List<DynamicTest> everyValueAgrees() throws IOException {
    List<String> lines = lines();
    return lines.stream()
        .skip(1)
        .map(line -> DynamicTest.dynamicTest(line, () -> check(line.split(","))))
        .toList();
  }

  @Test
  void theFileHasEachFunction() throws IOException {
    assertThat(lines().stream().skip(1).map(line -> line.substring(0, line.indexOf(','))))
        .containsAll(FUNCTIONS.keySet());
  }

  private static void check(String[] fields) {
    UnaryOperator<double[]> function = FUNCTIONS.get(fields[0]);
    assertThat(function).as("a function '%s'", fields[0]).isNotNull();
    assertThat(function.apply(numbers(fields[1])))
        .containsExactly(numbers(fields[2]), within(1e-9));
  }

  private static double[] numbers(String list) {
    return Arrays.stream(list.split(" ")).mapToDouble(Double::parseDouble).toArray();
  }

  private static List<String> lines() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(
            StatisticsOracleTest.class.getResourceAsStream("/oracle/statistics/expected.csv"))) {
      return new String(in.readAllBytes(), UTF_8).lines().toList();
    }
  }
}
