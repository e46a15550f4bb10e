package io.github.steelyard.jobs.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.steelyard.jobs.suite.document.SuiteException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class YamlDocumentTest {
  @TempDir Path folder;

  private List<String> problems(String text) {
    return new SampleFiles(folder).suiteProblems(text);
  }

  @Test
  void whatIsNoYamlIsShownWithItsPlace() {
    assertThat(problems("name: s\nmodels: a: b\n"))
        .containsExactly(
            "sample.yaml:2:10: YAML: Expecting well-formed YAML."
                + " Found: mapping values are not allowed here");
    assertThat(problems("name: [s\n"))
        .containsExactly(
            "sample.yaml:2:1: YAML: Expecting well-formed YAML."
                + " Found: expected ',' or ']', but got <stream end>");
    assertThat(problems("name: s\nmodels: *other\n"))
        .containsExactly(
            "sample.yaml:2:9: YAML: Expecting well-formed YAML. Found: found undefined alias other");
    assertThat(problems("name: s\n---\nname: t\n"))
        .containsExactly(
            "sample.yaml:2:1: YAML: Expecting well-formed YAML. Found: but found another document");
    assertThat(problems("name: s\nbell: \u0007\n"))
        .containsExactly(
            "sample.yaml:2:1: YAML: Expecting printable text. Found: a control character");
  }

  @Test
  void theFileMustBeAMapping() {
    assertThat(problems(""))
        .containsExactly(
            "sample.yaml:1:1: YAML: Expecting a mapping of keys to values. Found: an empty file");
    assertThat(problems("- a\n"))
        .containsExactly(
            "sample.yaml:1:1: YAML: Expecting a mapping of keys to values. Found: a list");
    assertThat(problems("? [a]\n: b\n"))
        .containsExactly("sample.yaml:1:3: YAML: Expecting a text as key. Found: a list");
  }

  @Test
  void aKeyThatStandsTwiceIsRefused() {
    assertThat(problems("name: a\nevaluate: {batch_size: 1, batch_size: 2}\nname: b\n"))
        .containsExactly(
            "sample.yaml:2:27: batch_size: Expecting each key once. Found: it a second time",
            "sample.yaml:3:1: name: Expecting each key once. Found: it a second time");
  }

  @Test
  void nothingIsConstructedFromTags() {
    assertThat(problems("name: !!javax.script.ScriptEngineManager [a]\n"))
        .containsExactly(
            "sample.yaml:1:7: YAML: Expecting well-formed YAML. Found: Global tag is not allowed:"
                + " tag:yaml.org,2002:javax.script.ScriptEngineManager");
    assertThat(problems("name: !mine a\n"))
        .containsExactly("sample.yaml:1:7: YAML: Expecting no tags. Found: !mine");
  }

  @Test
  @Timeout(10)
  void aBombOfAnchorsIsRefused() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
    for (int level = 1; level < 9; level++) {
      String alias = "*a" + (level - 1);
      bomb.append("a" + level + ": &a" + level + " [")
          .append(String.join(", ", java.util.Collections.nCopies(9, alias)))
          .append("]\n");
    }
    bomb.append("name: *a8\n");

    assertThat(problems(bomb.toString()))
        .containsExactly(
            "sample.yaml:1:1: YAML: Expecting a small YAML file."
                + " Found: Number of aliases for non-scalar nodes exceeds the specified max=10");
  }

  @Test
  @Timeout(10)
  void aListWithinItselfEnds() {
    assertThat(problems("name: s\ndatasets: &d [*d]\nmodels: [{name: m, path: p}]\n"))
        .containsExactly("sample.yaml:2:11: datasets[0]: Expecting a mapping. Found: a list");
  }

  @Test
  @Timeout(10)
  void aMappingWithinItselfEnds() {
    assertThat(problems("&d\nname: s\nevaluate: *d\n"))
        .anyMatch(
            problem ->
                problem.startsWith("sample.yaml:2:1: evaluate: Expecting one of the keys ")
                    && problem.endsWith(". Found: name"));
  }

  @Test
  void depthAndSizeAreBounded() {
    assertThat(problems("a: " + "[".repeat(50) + "]".repeat(50) + "\n"))
        .containsExactly(
            "sample.yaml:1:1: YAML: Expecting a small YAML file."
                + " Found: Nesting Depth exceeded max 20");
    assertThat(problems("# " + "x".repeat(1 << 20) + "\n"))
        .containsExactly(
            "sample.yaml:1:1: YAML: Expecting a file of at most 1 MiB. Found: 1048579 bytes");
  }

  @Test
  void aFileThatIsNotThereOrNoTextIsNamed() throws Exception {
    Path missing = folder.resolve("missing.yaml");
    assertThatThrownBy(() -> SuiteFile.read(missing, Map.of(), SampleFiles.EXTENSIONS))
        .isInstanceOf(SuiteException.class)
        .hasMessage(missing + ":1:1: YAML: Expecting a readable file. Found: no such file");

    Path folderItself = folder;
    assertThatThrownBy(() -> SuiteFile.read(folderItself, Map.of(), SampleFiles.EXTENSIONS))
        .hasMessage(folder + ":1:1: YAML: Expecting a readable file. Found: one that is not");

    Path bytes = Files.write(folder.resolve("bytes.yaml"), new byte[] {(byte) 0xff, (byte) 0xfe});
    assertThatThrownBy(() -> SuiteFile.read(bytes, Map.of(), SampleFiles.EXTENSIONS))
        .hasMessage(bytes + ":1:1: YAML: Expecting text in UTF-8. Found: other bytes");
  }
}
