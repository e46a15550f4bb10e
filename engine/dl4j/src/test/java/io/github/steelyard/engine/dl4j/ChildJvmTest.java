package io.github.steelyard.engine.dl4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.steelyard.engine.dl4j.sample.KerasFiles;
import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildJvmTest {
  @TempDir private Path folder;

  /** Starts one more process, tells both numbers, and never ends. */
  static final class Endless {
    private Endless() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
      if (arguments.length == 1) {
        Process process =
            new ProcessBuilder(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    Endless.class.getName())
                .start();
        Path numbers = Path.of(arguments[0]);
        Files.writeString(numbers, ProcessHandle.current().pid() + " " + process.pid());
      }
      new CountDownLatch(1).await();
    }
  }

  /** Ends with the status it is given. */
  static final class Ending {
    private Ending() {}

    public static void main(String[] arguments) {
      System.exit(Integer.parseInt(arguments[0]));
    }
  }

  @Test
  void tellsTheExitStatus() throws IOException {
    Path log = folder.resolve("log");
    Duration minute = Duration.ofMinutes(1);
    assertThat(ChildJvm.run(Ending.class, List.of("0"), 64, minute, log)).isZero();
    assertThat(ChildJvm.run(Ending.class, List.of("7"), 64, minute, log)).isEqualTo(7);
  }

  @Test
  void killsWhatDoesNotEndWithAllItStarted() throws IOException {
    Path numbers = folder.resolve("numbers");
    int status =
        ChildJvm.run(
            Endless.class,
            List.of(numbers.toString()),
            64,
            Duration.ofSeconds(5),
            folder.resolve("log"));
    assertThat(status).isEqualTo(-1);
    String[] processes = Files.readString(numbers).split(" ", -1);
    assertThat(processes).hasSize(2);
    for (String process : processes) {
      assertThat(ProcessHandle.of(Long.parseLong(process)).filter(ProcessHandle::isAlive))
          .isEmpty();
    }
  }

  /** As spark-submit does it: the application is in a class loader, not on the class path. */
  @Test
  void findsClassesThatAreNotOnTheClassPath() throws Exception {
    String classPath = System.getProperty("java.class.path");
    List<URL> places = new ArrayList<>();
    for (String place : classPath.split(File.pathSeparator, -1)) {
      places.add(new File(place).toURI().toURL());
    }
    Path zip = folder.resolve("model.zip");
    Path reason = folder.resolve("reason");
    try (URLClassLoader loader =
        new URLClassLoader(places.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
      System.setProperty("java.class.path", folder.resolve("nowhere").toString());
      int status =
          ChildJvm.run(
              loader.loadClass(KerasConversion.class.getName()),
              List.of(
                  reason.toString(),
                  KerasFiles.copy("sequential.h5", folder).toString(),
                  zip.toString(),
                  ""),
              512,
              Duration.ofMinutes(2),
              folder.resolve("log"));
      assertThat(status).isZero();
      assertThat(zip).isNotEmptyFile();
      assertThat(reason).doesNotExist();
    } finally {
      System.setProperty("java.class.path", classPath);
    }
  }
}
