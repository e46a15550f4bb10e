package io.github.steelyard.jobs.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.steelyard.jobs.suite.document.Block;
import io.github.steelyard.jobs.suite.document.Key;
import io.github.steelyard.jobs.suite.key.FamilyKeys;
import io.github.steelyard.jobs.suite.key.SuiteKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A key that is declared but not shown and explained in {@code conf/} fails the build. */
class ReferenceFilesTest {
  private static final Pattern COMMENT = Pattern.compile("(?m)(?:^|\\s)#+ ?(.*)$");

  static Stream<Arguments> keys() {
    return Stream.concat(
        keys("suites/reference.yaml", SuiteKeys.BLOCKS),
        keys("families/reference.yaml", FamilyKeys.BLOCKS));
  }

  private static Stream<Arguments> keys(String file, List<Block> blocks) {
    return blocks.stream()
        .flatMap(block -> block.keys().stream())
        .distinct()
        .map(key -> Arguments.of(file, key));
  }

  static Path conf() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(folder.resolve("conf/suites"))) {
      folder = folder.getParent();
    }
    return folder.resolve("conf");
  }

  @ParameterizedTest(name = "{0} shows {1}")
  @MethodSource("keys")
  void everyKeyIsShownWithWhatItMeans(String file, Key<?> key) throws IOException {
    String text = Files.readString(conf().resolve(file));
    StringBuilder comments = new StringBuilder();
    Matcher comment = COMMENT.matcher(text);
    while (comment.find()) {
      comments.append(comment.group(1).strip()).append(' ');
    }

    assertThat(text).containsPattern("(?m)^[ #{-]*" + key.name() + ":");
    assertThat(comments.toString()).containsIgnoringCase(key.reference());
  }
}
