package io.github.steelyard.reports.alarm;

import com.google.auto.service.AutoService;
import io.github.steelyard.reports.run.unit.InputNumbers;
import io.github.steelyard.reports.run.unit.SeenInputs;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Inputs on another scale than the model's preprocessing is for. What a model wants is not known,
 * and many take pixels as 0 to 255; so it is raised on contradictions alone:
 *
 * <ul>
 *   <li>numbers that lie between -1 and 1 already are made at least 32 times as narrow (a scale of
 *       1/255 for what is no pixel);
 *   <li>a preprocessing that divides by a standard deviation leaves numbers whose mean absolute
 *       value is above 10, where about 0.8 is expected;
 *   <li>both the largest and the mean absolute value differ by a factor of 20 or more from what the
 *       model is given of the split that it was trained on.
 * </ul>
 */
@AutoService(Alarm.class)
public final class InputScale implements Alarm {
  private static final double NARROWER = 32;
  private static final double FAR_FROM_STANDARD = 10;
  private static final double OTHER_SCALE = 20;

  /** As {@code Preprocessing.canonicalText} says that nothing is divided by. */
  private static final String NO_DIVISION = "std 1,";

  @Override
  public String id() {
    return "input-scale";
  }

  @Override
  public String doc() {
    return "Preprocessing makes numbers between -1 and 1 at least 32 times as narrow, or leaves"
        + " standardized numbers with a mean absolute value above 10, or gives the model numbers"
        + " that are 20 times as large, or as small, as those of the split it was trained on.";
  }

  @Override
  public Optional<String> raised(Evidence evidence) {
    SeenInputs inputs = evidence.inputs();
    if (inputs == null) {
      return Optional.empty();
    }
    InputNumbers given = inputs.given();
    return narrowed(inputs.decoded(), given)
        .or(() -> unstandardized(evidence.unit().preprocessing(), given))
        .or(() -> unlike(given, evidence.trained()));
  }

  private static Optional<String> narrowed(InputNumbers decoded, InputNumbers given) {
    if (!(decoded.magnitude() <= 1 && decoded.width() > 0)
        || given.width() * NARROWER > decoded.width()) {
      return Optional.empty();
    }
    return Optional.of(
        "Inputs from %s to %s become numbers from %s to %s: its preprocessing is for larger ones, such as pixels from 0 to 255"
            .formatted(
                text(decoded.least()),
                text(decoded.greatest()),
                text(given.least()),
                text(given.greatest())));
  }

  private static Optional<String> unstandardized(String preprocessing, InputNumbers given) {
    boolean divides = !preprocessing.contains(NO_DIVISION) && preprocessing.contains("std ");
    if (!divides || given.meanAbsolute() <= FAR_FROM_STANDARD) {
      return Optional.empty();
    }
    return Optional.of(
        "Its inputs are on average %s away from 0 after 'mean' and 'std', expected about 1: those are of numbers on another scale"
            .formatted(text(given.meanAbsolute())));
  }

  private static Optional<String> unlike(InputNumbers given, @Nullable InputNumbers trained) {
    if (trained == null) {
      return Optional.empty();
    }
    double largest = given.magnitude() / trained.magnitude();
    double mean = given.meanAbsolute() / trained.meanAbsolute();
    boolean larger = largest >= OTHER_SCALE && mean >= OTHER_SCALE;
    boolean smaller = largest <= 1 / OTHER_SCALE && mean <= 1 / OTHER_SCALE;
    if (!larger && !smaller) {
      return Optional.empty();
    }
    return Optional.of(
        "It is given numbers up to %s here and up to %s of the split it was trained on: the two are on different scales"
            .formatted(text(given.magnitude()), text(trained.magnitude())));
  }

  private static String text(double number) {
    return String.format(Locale.ROOT, "%.4g", number);
  }
}
