package io.github.steelyard.engine.dl4j;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.security.CodeSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Runs a class of ours in a JVM of its own, with a bound on its heap and on its time: what hangs or
 * crashes there takes nothing with it.
 */
final class ChildJvm {
  /** Packages that ND4J and JavaCPP reach into. */
  private static final List<String> OPENED =
      List.of("java.lang", "java.io", "java.nio", "java.util", "sun.nio.ch");

  private static final long LONGEST_DEATH_SECONDS = 10;

  private ChildJvm() {}

  /**
   * Runs {@code main} to its end.
   *
   * @param log takes what it prints
   * @return its exit status, or -1 when its time was up and it was killed with all it had started
   */
  static int run(Class<?> main, List<String> arguments, long heapMegabytes, Duration time, Path log)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx" + heapMegabytes + "m");
    command.add("-Djava.awt.headless=true");
    OPENED.forEach(name -> command.add("--add-opens=java.base/" + name + "=ALL-UNNAMED"));
    inherited().forEach(command::add);
    command.add(main.getName());
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command);
    // Not as an argument: class paths outgrow what some systems allow there.
    builder.environment().put("CLASSPATH", classPath(main));
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    Process process = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    boolean ended = false;
    try {
      process.getOutputStream().close();
      ended = process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
      return ended ? process.exitValue() : -1;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("the conversion was interrupted", e);
    } finally {
      if (!ended) {
        kill(process);
      }
    }
  }

  /** Kills it and all it started, and waits until they are gone. */
  private static void kill(Process process) {
    List<ProcessHandle> all = new ArrayList<>(process.descendants().toList());
    all.add(process.toHandle());
    all.forEach(ProcessHandle::destroyForcibly);
    CompletableFuture<?> gone =
        CompletableFuture.allOf(
            all.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new));
    boolean interrupted = Thread.interrupted();
    try {
      gone.get(LONGEST_DEATH_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      interrupted = true;
    } catch (ExecutionException | TimeoutException e) {
      // They were told to end; nothing more can be done from here.
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static List<String> inherited() {
    return System.getProperties().stringPropertyNames().stream()
        .filter(
            name -> name.startsWith("steelyard.dl4j.") || name.startsWith("org.bytedeco.javacpp."))
        .sorted()
        .map(name -> "-D" + name + "=" + System.getProperty(name))
        .toList();
  }

  /**
   * This JVM's class path, and where our classes and their neighbours come from: under {@code
   * spark-submit} the application's jars are not on the class path but in a class loader.
   */
  private static String classPath(Class<?> main) {
    Set<String> places = new LinkedHashSet<>();
    CodeSource source = main.getProtectionDomain().getCodeSource();
    if (source != null) {
      add(places, source.getLocation());
    }
    for (ClassLoader loader = main.getClassLoader(); loader != null; loader = loader.getParent()) {
      if (loader instanceof URLClassLoader) {
        for (URL url : ((URLClassLoader) loader).getURLs()) {
          add(places, url);
        }
      }
    }
    places.add(System.getProperty("java.class.path"));
    return String.join(File.pathSeparator, places);
  }

  private static void add(Set<String> places, @Nullable URL url) {
    try {
      if (url != null && "file".equals(url.getProtocol())) {
        places.add(Path.of(new URI(url.toString())).toString());
      }
    } catch (URISyntaxException | IllegalArgumentException e) {
      // Not a path on this machine: no class can be read from it.
    }
  }
}
