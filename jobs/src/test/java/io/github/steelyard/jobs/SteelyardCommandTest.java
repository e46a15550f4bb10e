package io.github.steelyard.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What ends before Spark starts: mistakes of the command line, of a suite, of a family file. */
class SteelyardCommandTest {
  private static final String SUITE =
      """
      name: one
      datasets:
        - {name: digits, format: synthetic, classes: 10, splits: {test: {examples: 10, seed: 1}}}
      models:
        - {name: a, path: a.zip}
      """;

  @TempDir private Path folder;

  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private PrintStream before = System.err;
  private boolean sparkBefore;

  @BeforeEach
  void listen() {
    before = System.err;
    sparkBefore = SparkSession.getActiveSession().isDefined();
    System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
  }

  @AfterEach
  void nothingWasStarted() {
    System.setErr(before);
    assertThat(SparkSession.getActiveSession().isDefined()).isEqualTo(sparkBefore);
    assertThat(folder.resolve("out")).doesNotExist();
  }

  private String said() {
    return said.toString(StandardCharsets.UTF_8).replace(folder + "/", "");
  }

  private int evaluate(String suite, String... more) throws IOException {
    Path file = Files.writeString(folder.resolve("suite.yaml"), suite);
    String[] arguments = new String[5 + more.length];
    arguments[0] = "evaluate";
    arguments[1] = "--suite";
    arguments[2] = file.toString();
    arguments[3] = "--out";
    arguments[4] = folder.resolve("out").toString();
    System.arraycopy(more, 0, arguments, 5, more.length);
    return Steelyard.run(arguments);
  }

  @Test
  void anUnknownCommandIsWrongUsage() {
    assertThat(Steelyard.run("evalute")).isEqualTo(ExitStatus.WRONG_USAGE);
    assertThat(said()).contains("evalute").contains("evaluate");
  }

  @Test
  void noCommandIsWrongUsage() {
    assertThat(Steelyard.run()).isEqualTo(ExitStatus.WRONG_USAGE);
    assertThat(said()).contains("Usage: steelyard");
  }

  @Test
  void anUnknownOptionIsWrongUsage() throws IOException {
    assertThat(evaluate(SUITE, "--limits", "3")).isEqualTo(ExitStatus.WRONG_USAGE);
    assertThat(said()).startsWith("Unknown options: '--limits', '3'");
  }

  @Test
  void aMissingOptionIsWrongUsage() {
    assertThat(Steelyard.run("evaluate", "--out", folder.resolve("out").toString()))
        .isEqualTo(ExitStatus.WRONG_USAGE);
    assertThat(said()).startsWith("Missing required option: '--suite=FILE'");
  }

  @Test
  void aLimitBelowZeroIsWrongUsage() throws IOException {
    assertThat(evaluate(SUITE, "--limit=-1")).isEqualTo(ExitStatus.WRONG_USAGE);
    assertThat(said()).startsWith("--limit: Expecting 0 or more examples. Found: -1\n");
  }

  @Test
  void aLimitThatIsNoNumberIsWrongUsage() throws IOException {
    assertThat(evaluate(SUITE, "--limit", "ten")).isEqualTo(ExitStatus.WRONG_USAGE);
    assertThat(said()).contains("--limit").contains("'ten'");
  }

  @Test
  void aMissingSuiteIsWrongUsage() {
    String suite = folder.resolve("no.yaml").toString();
    assertThat(Steelyard.run("evaluate", "--suite", suite, "--out", folder + "/out"))
        .isEqualTo(ExitStatus.WRONG_USAGE);
    assertThat(said()).startsWith("no.yaml").contains("Expecting").hasLineCount(1);
  }

  @Test
  void everyMistakeOfASuiteIsToldAtOnce() throws IOException {
    String suite =
        SUITE.replace("format: synthetic", "format: synthetics").replace("path:", "pth:");
    assertThat(evaluate(suite)).isEqualTo(ExitStatus.WRONG_USAGE);
    assertThat(said())
        .contains("suite.yaml:3:")
        .contains("Found: synthetics")
        .contains("suite.yaml:5:")
        .contains("pth")
        .doesNotContain("\tat ")
        .doesNotContain("Exception");
  }

  @Test
  void aSuiteThatIsNoYamlIsWrongUsage() throws IOException {
    assertThat(evaluate("name: [one")).isEqualTo(ExitStatus.WRONG_USAGE);
    assertThat(said()).startsWith("suite.yaml:").doesNotContain("Exception").hasLineCount(1);
  }

  @Test
  void aVariableThatTheSuiteLacksIsWrongUsage() throws IOException {
    assertThat(evaluate(SUITE, "--set", "data=/d")).isEqualTo(ExitStatus.WRONG_USAGE);
    assertThat(said()).contains("data").hasLineCount(1);
  }

  @Test
  void aMistakeOfAFamilyFileIsWrongUsage() throws IOException {
    Path family = Files.writeString(folder.resolve("family.yaml"), "name: f\nmodel: []\n");
    assertThat(Steelyard.run("train", "--family", family.toString(), "--out", folder + "/out"))
        .isEqualTo(ExitStatus.WRONG_USAGE);
    assertThat(said()).contains("family.yaml:2:").contains("model");
  }

  @Test
  void verboseShowsWhereItWas() throws IOException {
    assertThat(evaluate("name: [one", "--verbose")).isEqualTo(ExitStatus.WRONG_USAGE);
    assertThat(said()).contains("SuiteException").contains("\tat ");
  }

  @Test
  void aModelThatIsNotThereCannotBeInspected() {
    Path missing = folder.resolve("missing.zip");
    assertThat(Steelyard.run("inspect", missing.toString())).isEqualTo(ExitStatus.NOTHING_RAN);
    assertThat(said())
        .isEqualTo(
            "Cannot inspect 'missing.zip': expected a model file or one of the names lenet-5,"
                + " mobilenet-v2, resnet-18, resnet-34, resnet-50, squeezenet-1.1, vgg-11, vgg-13,"
                + " vgg-16, vgg-19. Found: neither."
                + System.lineSeparator());
  }

  @Test
  void aForeignFileCannotBeInspected() throws IOException {
    Path text = Files.writeString(folder.resolve("text.zip"), "no model");
    assertThat(Steelyard.run("inspect", text.toString())).isEqualTo(ExitStatus.NOTHING_RAN);
    assertThat(said())
        .startsWith("Model 'text.zip': no engine (dl4j, onnxruntime) recognizes text.zip");
  }

  @Test
  void anUnknownEngineIsWrongUsage() throws IOException {
    Path text = Files.writeString(folder.resolve("text.zip"), "no model");
    assertThat(Steelyard.run("inspect", "--engine", "dl5j", text.toString()))
        .isEqualTo(ExitStatus.WRONG_USAGE);
    assertThat(said()).startsWith("--engine: Unknown engine: 'dl5j'. Known: dl4j");
  }

  @Test
  void helpIsNoMistake() {
    assertThat(Steelyard.run("evaluate", "--help")).isEqualTo(ExitStatus.DONE);
    assertThat(Steelyard.run("--version")).isEqualTo(ExitStatus.DONE);
    assertThat(said()).isEmpty();
  }
}
