package io.github.steelyard.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Runs after the jar has been made: a service file that was not merged loses its providers. */
class ShadedJarTest {
  private static final String SERVICES = "META-INF/services/";
  private static final String OURS = SERVICES + "io.github.steelyard.";
  private static final Path JAR = Path.of(System.getProperty("steelyard.jar"));

  private static List<String> providers(String text) {
    return text.lines().map(String::strip).filter(line -> !line.isEmpty()).sorted().toList();
  }

  @Test
  void everyProviderOfEveryModuleIsInTheJar() throws IOException {
    TreeMap<String, List<String>> expected = new TreeMap<>();
    for (String module :
        List.of(
            "engine/core", "engine/dl4j", "engine/onnxruntime", "datasets", "reports", "jobs")) {
      Path services = Path.of("..", module, "target/classes", SERVICES);
      if (Files.isDirectory(services)) {
        try (Stream<Path> files = Files.list(services)) {
          for (Path file : files.filter(path -> path.toString().contains("steelyard")).toList()) {
            expected.merge(
                file.getFileName().toString(),
                providers(Files.readString(file)),
                (some, more) -> Stream.concat(some.stream(), more.stream()).sorted().toList());
          }
        }
      }
    }
    TreeMap<String, List<String>> actual = new TreeMap<>();
    try (JarFile jar = new JarFile(JAR.toFile())) {
      for (Enumeration<JarEntry> entries = jar.entries(); entries.hasMoreElements(); ) {
        JarEntry entry = entries.nextElement();
        if (entry.getName().startsWith(OURS)) {
          actual.put(
              entry.getName().substring(SERVICES.length()),
              providers(
                  new String(jar.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8)));
        }
      }
    }
    assertThat(expected).isNotEmpty();
    assertThat(actual).isEqualTo(expected);
  }

  /** Commons RNG, which Spark does not bring. */
  private static final String RANDOM = "org/apache/commons/rng/";

  @Test
  void whatTheClusterBringsIsNotInTheJar() throws IOException {
    try (JarFile jar = new JarFile(JAR.toFile())) {
      assertThat(jar.stream().map(JarEntry::getName).filter(name -> !name.endsWith("/")))
          .noneMatch(
              name ->
                  name.startsWith("org/apache/spark/")
                      || name.startsWith("scala/")
                      || name.startsWith("org/apache/arrow/")
                      || name.startsWith("org/apache/parquet/")
                      || name.startsWith("org/apache/hadoop/")
                      || name.startsWith("com/fasterxml/jackson/")
                      || (name.startsWith("org/apache/commons/") && !name.startsWith(RANDOM))
                      || name.startsWith("org/slf4j/"))
          .contains("io/github/steelyard/jobs/Steelyard.class");
    }
  }
}
