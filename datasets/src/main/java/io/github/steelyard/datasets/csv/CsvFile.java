package io.github.steelyard.datasets.csv;

import com.univocity.parsers.common.TextParsingException;
import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import io.github.steelyard.datasets.source.SourceFiles;
import io.github.steelyard.datasets.source.SourceStream;
import io.github.steelyard.engine.problem.DataException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.jspecify.annotations.Nullable;

/** The records of one file; empty lines are no records. */
final class CsvFile {
  private static final int MOST_COLUMNS = 1 << 17;
  private static final int MOST_CHARACTERS_A_CELL = 1 << 20;
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final Path path;
  private final CsvParser parser;
  private final List<String> columns;
  private String @Nullable [] head;
  private long row;

  /**
   * @throws DataException when the file cannot be read or has no record
   */
  CsvFile(Path path, Configuration configuration, CsvOptions options) {
    this.path = path;
    this.parser = new CsvParser(settings(options));
    try {
      parser.beginParsing(reader(path, configuration));
    } catch (IOException e) {
      throw SourceStream.unreadable(path, e);
    } catch (RuntimeException e) {
      throw problem(e);
    }
    head = parse();
    if (head == null) {
      throw new DataException(name(), "holds no row, expected at least one");
    }
    this.columns = columns(head, options.header());
    if (options.header()) {
      head = parse();
    }
  }

  private static Reader reader(Path path, Configuration configuration) throws IOException {
    PushbackReader reader =
        new PushbackReader(
            new InputStreamReader(
                SourceStream.openInTask(path, configuration),
                StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)));
    int first = reader.read();
    if (first >= 0 && first != BYTE_ORDER_MARK) {
      reader.unread(first);
    }
    return reader;
  }

  private static CsvParserSettings settings(CsvOptions options) {
    CsvParserSettings settings = new CsvParserSettings();
    settings.getFormat().setDelimiter(options.delimiter());
    settings.getFormat().setQuote(options.quote());
    settings.getFormat().setQuoteEscape(options.quote());
    // By default a line that begins with # would be skipped.
    settings.setCommentProcessingEnabled(false);
    settings.setLineSeparatorDetectionEnabled(true);
    settings.setReadInputOnSeparateThread(false);
    settings.setNumberOfRowsToSkip(options.skipLines());
    settings.setMaxColumns(MOST_COLUMNS);
    settings.setMaxCharsPerColumn(MOST_CHARACTERS_A_CELL);
    settings.setErrorContentLength(0);
    return settings;
  }

  private static List<String> columns(String[] first, boolean header) {
    List<String> names = new ArrayList<>();
    for (int column = 0; column < first.length; column++) {
      String name = header ? first[column] : null;
      names.add(name == null ? "c" + column : name);
    }
    return names;
  }

  /** From the header, or {@code c0}, {@code c1}, ... where there is none. */
  List<String> columns() {
    return columns;
  }

  String name() {
    return SourceFiles.name(path);
  }

  boolean hasNext() {
    return head != null;
  }

  /** The cells of the next record, null where one is empty. */
  @Nullable String[] next() {
    String[] cells = head;
    if (cells == null) {
      throw new IllegalStateException("Cannot read beyond the last row of " + name());
    }
    row++;
    if (cells.length != columns.size()) {
      throw new DataException(
          place(), "expected " + columns.size() + " cells. Found: " + cells.length);
    }
    head = parse();
    return cells;
  }

  /** Where the record that was read last stands, counted from 1 without a header. */
  String place() {
    return name() + ", row " + row;
  }

  /** The record that was read last, counted from 0. */
  long index() {
    return row - 1;
  }

  void close() {
    parser.stopParsing();
  }

  private String @Nullable [] parse() {
    try {
      return parser.parseNext();
    } catch (RuntimeException e) {
      throw problem(e);
    }
  }

  private DataException problem(RuntimeException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof CharacterCodingException) {
        return new DataException(name(), "expected text in UTF-8 after row " + row, e);
      }
      if (cause instanceof IOException failed) {
        return SourceStream.unreadable(path, failed);
      }
    }
    String reason =
        e instanceof TextParsingException
            ? "expected cells of at most "
                + MOST_CHARACTERS_A_CELL
                + " characters and at most "
                + MOST_COLUMNS
                + " of them in a row"
            : "cannot be parsed (" + e.getMessage() + ")";
    return new DataException(name() + ", after row " + row, reason, e);
  }
}
