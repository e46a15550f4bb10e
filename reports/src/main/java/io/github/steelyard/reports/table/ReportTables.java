package io.github.steelyard.reports.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;

/** The tables that are there, a user's own included. */
public final class ReportTables {
  private ReportTables() {}

  /** All tables by name, {@code runs} last, found through the thread's context class loader. */
  public static List<ReportTable> all() {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    return inOrder(
        ServiceLoader.load(ReportTable.class, loader).stream()
            .map(ServiceLoader.Provider::get)
            .toList());
  }

  /** The table of that name. */
  static ReportTable named(String name) {
    return all().stream()
        .filter(table -> table.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No table is called '" + name + "'"));
  }

  /** By name, {@code runs} last; it must be there, and no name may occur twice. */
  static List<ReportTable> inOrder(List<ReportTable> tables) {
    List<ReportTable> sorted = new ArrayList<>(tables);
    sorted.sort(
        Comparator.comparing((ReportTable table) -> table.name().equals(RunsTable.NAME))
            .thenComparing(ReportTable::name));
    List<String> names = sorted.stream().map(ReportTable::name).toList();
    if (!names.contains(RunsTable.NAME) || names.stream().distinct().count() < names.size()) {
      throw new IllegalStateException(
          "Cannot use the report tables " + names + ", expected 'runs' and every name once");
    }
    return List.copyOf(sorted);
  }
}
