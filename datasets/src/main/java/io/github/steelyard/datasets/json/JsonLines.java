package io.github.steelyard.datasets.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.steelyard.datasets.source.SourceFiles;
import io.github.steelyard.datasets.source.SourceStream;
import io.github.steelyard.engine.problem.DataException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.util.LineReader;
import org.jspecify.annotations.Nullable;

/** The objects of one file; rows are lines, and blank lines are passed over. */
final class JsonLines implements Closeable {
  private static final int MOST_LINE_BYTES = 256 << 20;
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final Path path;
  private final LineReader in;
  private final Text line = new Text();
  private long row;

  JsonLines(Path path, Configuration configuration) {
    this.path = path;
    try {
      this.in = new LineReader(SourceStream.openInTask(path, configuration));
    } catch (IOException e) {
      throw SourceStream.unreadable(path, e);
    }
  }

  String name() {
    return SourceFiles.name(path);
  }

  /** Where the object that was read last stands. */
  String place() {
    return name() + ", row " + row;
  }

  /** The line that was read last, counted from 0. */
  long index() {
    return row - 1;
  }

  /** The next object, or null after the last. */
  @Nullable JsonNode next() {
    try {
      while (in.readLine(line, MOST_LINE_BYTES + 1, Integer.MAX_VALUE) > 0) {
        row++;
        if (line.getLength() > MOST_LINE_BYTES) {
          throw new DataException(place(), "expected a line of at most 256 MB");
        }
        String text = Text.decode(line.getBytes(), 0, line.getLength(), false);
        if (!text.isBlank()) {
          return object(row == 1 && text.startsWith("\uFEFF") ? text.substring(1) : text);
        }
      }
      return null;
    } catch (CharacterCodingException e) {
      throw new DataException(place(), "expected text in UTF-8", e);
    } catch (IOException e) {
      throw SourceStream.unreadable(path, e);
    }
  }

  private JsonNode object(String text) {
    JsonNode node;
    try {
      node = JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new DataException(
          place(), "expected one JSON object (" + e.getOriginalMessage() + ")", e);
    }
    if (!node.isObject()) {
      throw new DataException(place(), "expected one JSON object. Found: " + node.getNodeType());
    }
    return node;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
