package io.github.steelyard.datasets.shift;

/** Spreads of rows that a test makes up. */
public final class InputSpreads {
  private InputSpreads() {}

  /** All rows, at least two, are kept as samples. */
  public static InputSpread of(float[][] rows) {
    int columns = rows[0].length;
    double[] means = new double[columns];
    double[] deviations = new double[columns];
    for (int column = 0; column < columns; column++) {
      for (float[] row : rows) {
        means[column] += row[column] / (double) rows.length;
      }
      double squares = 0;
      for (float[] row : rows) {
        squares += Math.pow(row[column] - means[column], 2);
      }
      deviations[column] = Math.sqrt(squares / (rows.length - 1));
    }
    return new InputSpread(means, deviations, rows);
  }
}
