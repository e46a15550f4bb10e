package io.github.steelyard.reports.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What holds for every alarm; the test of an alarm extends it. */
abstract class AlarmContract {
  abstract Alarm alarm();

  /** A run that is as it should be. */
  private static final Evidence SOUND =
      EvidenceSamples.of(List.of("cat", "dog"), new long[][] {{480, 20}, {30, 470}}).evidence();

  @Test
  void isFoundByItself() {
    assertThat(Alarms.all()).hasAtLeastOneElementOfType(alarm().getClass());
  }

  @Test
  void hasAnIdAndSaysWhenItIsRaised() {
    assertThat(alarm().id()).matches("[a-z]+(-[a-z]+)*");
    assertThat(alarm().doc()).endsWith(".");
  }

  @Test
  void isSilentOnSoundResults() {
    assertThat(alarm().raised(SOUND)).isEmpty();
  }

  @Test
  void isSilentWhereNothingWasScored() {
    assertThat(
            alarm()
                .raised(
                    new Evidence(
                        SOUND.unit(), SOUND.model(), SOUND.dataset(), List.of(), List.of())))
        .isEmpty();
  }
}
