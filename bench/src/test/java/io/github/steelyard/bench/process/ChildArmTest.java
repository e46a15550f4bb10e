package io.github.steelyard.bench.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.steelyard.bench.harness.Answers;
import io.github.steelyard.bench.harness.NotRunException;
import io.github.steelyard.bench.harness.Workplace;
import io.github.steelyard.bench.harness.ratio.Measurement;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildArmTest {
  @TempDir private Path folder;
  private Workplace workplace;

  @BeforeEach
  void open() {
    workplace = new Workplace(folder, folder, false, false);
  }

  @Test
  void aProgramTakesItsTurnsAndGivesItsAnswers() throws IOException {
    try (ChildArm arm = ChildArm.start("echo", command("serving"), Map.of(), workplace)) {
      assertThat(arm.round()).isEqualTo(new Measurement(4, 1000, 900));
      assertThat(arm.answers().differenceFrom(new Answers(new float[] {1, 2, 3, 4}, 2))).isEmpty();
      assertThat(arm.answers().differenceFrom(new Answers(new float[] {1, 2, 3, 5}, 2)))
          .contains("example 1, column 1: 4.0, expected 5.0");
      assertThat(arm.round()).isEqualTo(new Measurement(4, 1000, 900));
      assertThatThrownBy(arm::round)
          .isInstanceOf(IOException.class)
          .hasMessage("echo: three is too much");
    }
  }

  @Test
  void whatAProgramLacksIsAReasonNotToRunIt() {
    assertThatThrownBy(() -> ChildArm.start("echo", command("lacking"), Map.of(), workplace))
        .isInstanceOf(NotRunException.class)
        .hasMessage("there is no torch");
  }

  @Test
  void aProgramThatDiesNamesItsLog() {
    assertThatThrownBy(() -> ChildArm.start("echo", command("dying"), Map.of(), workplace))
        .isInstanceOf(IOException.class)
        .hasMessage(
            "echo: ended, or was ended after 9 minutes, without an answer; see "
                + folder.resolve("logs/echo.log"));
  }

  @Test
  void aScriptIsRunAnewForEachRound() throws IOException {
    try (ScriptArm arm = new ScriptArm("echo", command("once"), Map.of(), workplace)) {
      Measurement round = arm.round();
      assertThat(round.figures()).isEqualTo(Map.of("extraBytes", 5.0, "allowedBytes", 10.0));
      assertThat(round.wallNanos()).isPositive();
      assertThat(round.cpuNanos()).isEqualTo(Measurement.UNKNOWN);
      assertThat(arm.round().figures()).isEqualTo(round.figures());
    }
  }

  private static List<String> command(String what) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-cp",
        System.getProperty("java.class.path"),
        EchoProgram.class.getName(),
        what);
  }
}
