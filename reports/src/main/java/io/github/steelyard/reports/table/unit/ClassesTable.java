package io.github.steelyard.reports.table.unit;

import com.google.auto.service.AutoService;
import io.github.steelyard.reports.run.unit.DatasetRow;
import io.github.steelyard.reports.table.RecordTable;
import io.github.steelyard.reports.table.ReportTable;
import io.github.steelyard.reports.table.TableColumn;
import io.github.steelyard.reports.table.column.UnitColumns;
import java.util.List;
import java.util.stream.IntStream;

/** How many examples each class has: rows, not a list, so that a dashboard can join them. */
@AutoService(ReportTable.class)
public final class ClassesTable extends RecordTable<ClassesTable.ClassCount> {
  record ClassCount(String dataset, String split, int label, String labelName, long examples) {}

  public ClassesTable() {
    super(
        "classes",
        "One row for each class of each split, with how many examples it has there.",
        result -> result.datasets().stream().flatMap(row -> counts(row).stream()).toList(),
        List.of(
            UnitColumns.dataset(1, ClassCount::dataset),
            UnitColumns.split(2, ClassCount::split),
            TableColumn.index(3, "label", "index", "The class, from 0.", ClassCount::label),
            TableColumn.text(4, "label_name", "The class's name.", ClassCount::labelName),
            TableColumn.count(
                5,
                "examples",
                "examples",
                "Examples of the split that are of this class.",
                ClassCount::examples)));
  }

  private static List<ClassCount> counts(DatasetRow row) {
    return IntStream.range(0, row.labels().classes())
        .mapToObj(
            label ->
                new ClassCount(
                    row.name(),
                    row.split(),
                    label,
                    row.labels().name(label),
                    row.classCounts().get(label)))
        .toList();
  }
}
