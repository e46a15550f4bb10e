package io.github.steelyard.reports.alarm;

import com.google.auto.service.AutoService;
import java.util.Locale;
import java.util.Optional;

/**
 * Outputs that are called logits, and are probabilities. Of k numbers from 0 to 1, the softmax is
 * at most e / (e + k - 1), so the log loss is at least ln(1 + (k - 1) / e), however sure the model
 * is. A model that is mostly right does not lie above that by itself.
 */
@AutoService(Alarm.class)
public final class SoftmaxTwice implements Alarm {
  @Override
  public String id() {
    return "softmax-twice";
  }

  @Override
  public String doc() {
    return "The suite says 'outputs: logits', more than half of the answers are right, and the log"
        + " loss is no lower than a softmax of probabilities can make it.";
  }

  @Override
  public Optional<String> raised(Evidence evidence) {
    Optional<Double> accuracy = evidence.value("accuracy");
    Optional<Double> loss = evidence.value("log-loss");
    if (!evidence.unit().outputs().equals("logits") || accuracy.isEmpty() || loss.isEmpty()) {
      return Optional.empty();
    }
    int classes = evidence.dataset().labels().classes();
    double least = Math.log1p((classes - 1) / Math.E);
    if (!(accuracy.get() > 0.5 && loss.get() >= least && loss.get() <= Math.log(classes))) {
      return Optional.empty();
    }
    return Optional.of(
        String.format(
            Locale.ROOT,
            "Log loss %.4f at accuracy %.4f is what a softmax of probabilities gives (at least %.4f"
                + " of %d classes): if its outputs are probabilities, say 'outputs: probabilities'",
            loss.get(),
            accuracy.get(),
            least,
            classes));
  }
}
