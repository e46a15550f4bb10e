package io.github.steelyard.reports.alarm;

import io.github.steelyard.reports.run.RunResult;
import io.github.steelyard.reports.run.suspicion.AlarmRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;

/** The alarms that are there, a user's own included. */
public final class Alarms {
  private Alarms() {}

  /** All alarms by id, found through the thread's context class loader. */
  public static List<Alarm> all() {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    return ServiceLoader.load(Alarm.class, loader).stream()
        .map(ServiceLoader.Provider::get)
        .sorted(Comparator.comparing(Alarm::id))
        .toList();
  }

  /** What they say of a run: unit by unit, inputs as they are, then by id. */
  public static List<AlarmRow> of(RunResult result) {
    List<Alarm> alarms = all();
    List<AlarmRow> rows = new ArrayList<>();
    for (Evidence evidence : Evidence.of(result)) {
      for (Alarm alarm : alarms) {
        alarm
            .raised(evidence)
            .ifPresent(
                message ->
                    rows.add(
                        new AlarmRow(
                            evidence.unit().model(),
                            evidence.unit().dataset(),
                            evidence.unit().split(),
                            alarm.id(),
                            message)));
      }
    }
    return rows;
  }
}
