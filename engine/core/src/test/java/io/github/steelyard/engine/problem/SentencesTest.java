package io.github.steelyard.engine.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import org.apache.hadoop.security.AccessControlException;
import org.junit.jupiter.api.Test;

class SentencesTest {
  @Test
  void ourOwnSentencesStayAsTheyAre() {
    assertThat(Sentences.of(new ModelException("a", "expected java.util.List\nor so")))
        .isEqualTo("Model 'a': expected java.util.List\nor so");
  }

  @Test
  void ofAnythingElseTheFirstLineStaysWithoutClassNames() {
    assertThat(Sentences.of(new IOException("the disk is full\n\tat java.io.File.x(File.java:1)")))
        .isEqualTo("the disk is full");
    assertThat(
            Sentences.of(
                new IllegalStateException(
                    "Job aborted: java.lang.RuntimeException: a.b.Deep$Error: it is late")))
        .isEqualTo("Job aborted: it is late");
  }

  @Test
  void whatSaysTooLittleIsNamedInWords() {
    assertThat(Sentences.reason(new NullPointerException())).isEqualTo("null pointer exception");
    assertThat(Sentences.reason(new NoClassDefFoundError("org/nd4j/Nd4j")))
        .isEqualTo("no class def found error: org/nd4j/Nd4j");
    assertThat(Sentences.reason(new ArrayIndexOutOfBoundsException("7")))
        .isEqualTo("array index out of bounds exception: 7");
  }

  @Test
  void whatAFileSystemSaysIsToldInOneWay() {
    assertThat(Sentences.reason(new AccessDeniedException("/a"))).isEqualTo("permission denied");
    assertThat(Sentences.reason(new AccessControlException("user=x")))
        .isEqualTo("permission denied");
    assertThat(Sentences.reason(new FileNotFoundException("/a (Permission denied)")))
        .isEqualTo("permission denied");
    assertThat(Sentences.reason(new FileNotFoundException("File /a does not exist")))
        .isEqualTo("there is no such file");
    assertThat(Sentences.reason(new NoSuchFileException("/a"))).isEqualTo("there is no such file");
    assertThat(Sentences.reason(new OutOfMemoryError("Cannot allocate new FloatPointer(9)")))
        .isEqualTo("there is not enough memory");
  }

  @Test
  void aWrapperSaysWhatItHoldsToo() {
    IOException full = new IOException("the disk is full");
    assertThat(Sentences.reason(new UncheckedIOException("Cannot write /a", full)))
        .isEqualTo("Cannot write /a (the disk is full)");
    assertThat(Sentences.reason(new UncheckedIOException(full))).isEqualTo("the disk is full");
  }
}
