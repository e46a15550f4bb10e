package io.github.steelyard.datasets.csv;

import io.github.steelyard.datasets.format.Options;
import io.github.steelyard.engine.problem.DataException;
import java.io.Serializable;

/**
 * How a file is written.
 *
 * @param skipLines before the header, or before the first record
 */
record CsvOptions(boolean header, int skipLines, String delimiter, char quote)
    implements Serializable {
  private static final int MOST_SKIPPED_LINES = 1_000_000;

  static CsvOptions of(Options options) {
    long skipLines = options.integer("skip_lines", 0);
    if (!(skipLines >= 0 && skipLines <= MOST_SKIPPED_LINES)) {
      throw new DataException(
          "skip_lines", "expected 0 to " + MOST_SKIPPED_LINES + ". Found: " + skipLines);
    }
    String delimiter = options.text("delimiter").orElse(",").replace("\\t", "\t");
    if (delimiter.isEmpty() || delimiter.length() > 10) {
      throw new DataException(
          "delimiter", "expected 1 to 10 characters. Found: '" + delimiter + "'");
    }
    String quote = options.text("quote").orElse("\"");
    if (quote.length() != 1) {
      throw new DataException("quote", "expected one character. Found: '" + quote + "'");
    }
    return new CsvOptions(
        options.flag("header", true), (int) skipLines, delimiter, quote.charAt(0));
  }
}
