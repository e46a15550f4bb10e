package io.github.steelyard.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.steelyard.reports.run.RunId;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

class ScoreCommandTest {
  private static final RunId FIRST = new RunId("20261122T163000Z-1f0a9c");
  private static final RunId SECOND = new RunId("20261123T163000Z-000000");

  private final CommandLine command = new CommandLine(new ScoreCommand());

  @Test
  void theLatestRunIsScoredUnlessOneIsNamed() {
    List<RunId> published = List.of(FIRST, SECOND);
    assertThat(ScoreCommand.chosen(command, published, "out", null)).isEqualTo(SECOND);
    assertThat(ScoreCommand.chosen(command, published, "out", FIRST.text())).isEqualTo(FIRST);
  }

  @Test
  void aRunThatIsNotThereIsWrongUsage() {
    assertThatThrownBy(
            () -> ScoreCommand.chosen(command, List.of(FIRST, SECOND), "out", "yesterday"))
        .isInstanceOf(ParameterException.class)
        .hasMessage(
            "--run: Expecting one of the runs 20261122T163000Z-1f0a9c, 20261123T163000Z-000000."
                + " Found: yesterday");
    assertThatThrownBy(() -> ScoreCommand.chosen(command, List.of(), "out", null))
        .isInstanceOf(ParameterException.class)
        .hasMessage("--out: Expecting a folder with a run of 'evaluate'. Found: out");
  }

  @Test
  void withoutAFolderItIsWrongUsage() {
    assertThat(Steelyard.run("score")).isEqualTo(ExitStatus.WRONG_USAGE);
  }
}
