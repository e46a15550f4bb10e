package io.github.steelyard.reports.alarm;

import com.google.auto.service.AutoService;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A model of which nobody said which class each of its outputs is, on data whose classes have
 * names.
 */
@AutoService(Alarm.class)
public final class UndeclaredClasses implements Alarm {
  @Override
  public String id() {
    return "undeclared-classes";
  }

  @Override
  public String doc() {
    return "Neither the suite ('output_classes') nor a model card says which class each output is,"
        + " the classes have names that are not their indices, and fewer than half of the answers"
        + " are right.";
  }

  @Override
  public Optional<String> raised(Evidence evidence) {
    boolean declared = evidence.model().labels().classes() > 0;
    boolean right = evidence.value("accuracy").map(accuracy -> accuracy >= 0.5).orElse(true);
    if (declared || right || numbered(evidence)) {
      return Optional.empty();
    }
    return Optional.of(
        "Its outputs were taken in the order of the data's classes, which nobody declared: say it"
            + " in 'output_classes'");
  }

  private static boolean numbered(Evidence evidence) {
    var labels = evidence.dataset().labels();
    return IntStream.range(0, labels.classes())
        .allMatch(index -> labels.name(index).equals(Integer.toString(index)));
  }
}
