package io.github.steelyard.datasets.column;

import io.github.steelyard.datasets.format.LabelText;
import io.github.steelyard.engine.problem.DataException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the labels of one record after another, wherever they stand. */
final class LabelCells {
  private static final Pattern YES = Pattern.compile("0*1(\\.0*)?|(?i:true)");
  private static final Pattern NO = Pattern.compile("0+(\\.0*)?|(?i:false)");

  private final List<String> names;
  private final int[] columns;
  private final @Nullable Pattern separator;

  /**
   * @param columns the index of each of the roles' label columns
   */
  LabelCells(ColumnRoles roles, int[] columns) {
    String text = roles.labelSeparator();
    this.names = roles.labels();
    this.columns = columns;
    this.separator = text == null ? null : Pattern.compile(text, Pattern.LITERAL);
  }

  /** As {@link LabelText}. */
  String read(String place, Cells cells) {
    if (columns.length > 1) {
      return LabelText.join(flagged(place, cells), place);
    }
    String where = place + ", column '" + names.get(0) + "'";
    if (separator != null) {
      String text = cells.text(columns[0]);
      // In a text, no labels look like nothing.
      return text == null || text.isEmpty()
          ? ""
          : LabelText.join(List.of(separator.split(text, -1)), where);
    }
    List<String> labels = cells.texts(columns[0]);
    if (labels == null || (labels.size() == 1 && labels.get(0).isEmpty())) {
      throw new DataException(where, "expected a value. Found: none");
    }
    return LabelText.join(labels, where);
  }

  /** The names of the columns that hold 1. */
  private List<String> flagged(String place, Cells cells) {
    List<String> labels = new ArrayList<>();
    for (int i = 0; i < columns.length; i++) {
      String text = cells.text(columns[i]);
      boolean yes = text != null && YES.matcher(text).matches();
      if (!yes && (text == null || !NO.matcher(text).matches())) {
        throw new DataException(
            place + ", column '" + names.get(i) + "'",
            "expected 0 or 1. Found: " + (text == null ? "none" : "'" + text + "'"));
      }
      if (yes) {
        labels.add(names.get(i));
      }
    }
    return labels;
  }
}
