package io.github.steelyard.datasets.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.steelyard.datasets.column.Cells;
import io.github.steelyard.datasets.column.ColumnRoles;
import io.github.steelyard.datasets.column.ExampleAssembler;
import io.github.steelyard.datasets.column.FeatureValues;
import io.github.steelyard.datasets.source.SourceStream;
import io.github.steelyard.engine.problem.DataException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/** The examples of one file; fields that have no part are passed over. */
final class JsonExamples implements Iterator<Row> {
  private final JsonLines lines;
  private final List<String> columns;
  private final ExampleAssembler assembler;
  private final @Nullable String contentHash;
  private @Nullable JsonNode head;

  JsonExamples(Path path, Configuration configuration, ColumnRoles roles) {
    this.lines = new JsonLines(path, configuration);
    this.columns = roles.used();
    this.assembler = new ExampleAssembler(roles, columns, lines.name());
    this.contentHash =
        assembler.needsOrder() ? SourceStream.contentHash(path, configuration) : null;
    this.head = lines.next();
  }

  @Override
  public boolean hasNext() {
    return head != null;
  }

  @Override
  public Row next() {
    JsonNode object = head;
    if (object == null) {
      throw new NoSuchElementException();
    }
    String order = contentHash == null ? null : SourceStream.order(contentHash, lines.index());
    String place = lines.place();
    Row row = assembler.assemble(place, order, new JsonCells(object, columns, place));
    head = lines.next();
    return row;
  }

  private record JsonCells(JsonNode object, List<String> columns, String place) implements Cells {
    @Override
    public @Nullable List<String> texts(int column) {
      JsonNode value = object.get(columns.get(column));
      if (value == null || !value.isArray()) {
        return Cells.super.texts(column);
      }
      List<String> texts = new ArrayList<>();
      // Neither null nor an inner list is a label: their texts are empty.
      value.forEach(element -> texts.add(element.isNull() ? "" : element.asText()));
      return texts;
    }

    @Override
    public @Nullable String text(int column) {
      JsonNode value = object.get(columns.get(column));
      if (value == null || value.isNull()) {
        return null;
      }
      if (value.isContainerNode()) {
        throw new DataException(
            place + ", column '" + columns.get(column) + "'",
            "expected a text or a number. Found: " + value.getNodeType());
      }
      return value.asText();
    }

    @Override
    public void numbers(int column, FeatureValues target) {
      JsonNode value = object.get(columns.get(column));
      if (value == null) {
        throw target.unexpected("no such field");
      }
      if (value.isArray()) {
        target.list();
      }
      add(value, target);
    }

    private static void add(JsonNode value, FeatureValues target) {
      if (value.isArray()) {
        // Rows of an image, say; Jackson bounds how deep they nest.
        value.forEach(element -> add(element, target));
      } else if (value.isNumber()) {
        target.add(value.doubleValue());
      } else {
        throw target.unexpected(value.toString());
      }
    }
  }
}
