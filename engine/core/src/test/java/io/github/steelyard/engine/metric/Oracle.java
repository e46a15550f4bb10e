package io.github.steelyard.engine.metric;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.steelyard.engine.metric.estimate.Estimate;
import io.github.steelyard.engine.metric.scorecard.Scorecard;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/**
 * The golden files of one case of one task, which a program in scripts/oracles has written:
 * CASE.csv with the rows, CASE.expected.csv with what scikit-learn says of them.
 */
public record Oracle(String task, String name) {
  /** Before a metric's id: the value of the numbers themselves, not of their bins. */
  private static final String EXACT = "exact:";

  private static final double PRECISION = 1e-12;

  /** The names of the columns of the rows. */
  public String[] header() {
    return lines(name + ".csv").get(0).split(",");
  }

  /** The cells of each row. */
  public List<String[]> rows() {
    return lines(name + ".csv").stream().skip(1).map(line -> line.split(",")).toList();
  }

  /** Holds all values of all examples against the expected ones: none too few and none too many. */
  public void check(Scorecard scorecard) {
    check(scorecard, name, PRECISION);
  }

  /**
   * Holds them against another case's expected values.
   *
   * @param precision by how much they may differ, relative to those above 1
   */
  void check(Scorecard scorecard, String expected, double precision) {
    Map<String, Estimate> ours = new TreeMap<>();
    scorecard
        .estimates(0.95)
        .forEach(
            row ->
                ours.put(row.estimate().metric() + "," + row.estimate().aspect(), row.estimate()));
    List<String> known = new ArrayList<>();
    for (String line : lines(expected + ".expected.csv").stream().skip(1).toList()) {
      int comma = line.lastIndexOf(',');
      String key = line.substring(0, comma);
      known.add(key);
      check(ours, key, line.substring(comma + 1), precision);
    }
    assertThat(known).as("scikit-learn has a say in all of them").containsAll(ours.keySet());
  }

  private static void check(
      Map<String, Estimate> ours, String key, String value, double precision) {
    String metric = key.substring(0, key.indexOf(','));
    if (metric.startsWith(EXACT)) {
      String id = metric.substring(EXACT.length());
      double bound = ours.get(id + ",error-bound").number();
      double expected = Double.parseDouble(value);
      assertThat(ours.get(key.substring(EXACT.length())).number())
          .as("%s, which was not binned", key)
          .isCloseTo(expected, within(bound + rounding(expected, precision)));
      return;
    }
    assertThat(ours).containsKey(key);
    Estimate estimate = ours.get(key);
    if (value.equals("undefined")) {
      assertThat(estimate.undefined()).as(key).isNotBlank();
    } else if (value.equals("bound")) {
      assertThat(estimate.number() == null || estimate.number() >= 0).as(key).isTrue();
    } else {
      double expected = Double.parseDouble(value);
      assertThat(estimate.number())
          .as(key)
          .isCloseTo(expected, within(rounding(expected, precision)));
    }
  }

  private static double rounding(double expected, double precision) {
    return precision * Math.max(1, Math.abs(expected));
  }

  /** Of a file, or of the one that is packed with gzip. */
  List<String> lines(String file) {
    String path = "/oracle/" + task + "/" + file;
    InputStream packed = Oracle.class.getResourceAsStream(path + ".gz");
    try (InputStream in =
        packed == null
            ? Objects.requireNonNull(Oracle.class.getResourceAsStream(path), file)
            : new GZIPInputStream(packed)) {
      return new String(in.readAllBytes(), UTF_8).lines().toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
