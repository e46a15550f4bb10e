package io.github.steelyard.bench.process;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.TimeUnit;

/**
 * A program that we start, speak with line by line, and end. Of what it prints only lines that
 * begin with <code>{</code> are for us; what it writes to its error output goes to a log file. One
 * that does not answer in time is ended.
 */
final class Child implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(9);
  private static final Duration GRACE = Duration.ofSeconds(10);

  private final String program;
  private final Path log;
  private final Process process;
  private final BufferedReader from;
  private final Writer to;

  private Child(String program, Path log, Process process) {
    this.program = program;
    this.log = log;
    this.process = process;
    this.from = process.inputReader(StandardCharsets.UTF_8);
    this.to = process.outputWriter(StandardCharsets.UTF_8);
  }

  /**
   * @param program its name, for messages and its log
   * @param environment variables that it gets besides ours
   */
  static Child start(
      String program, List<String> command, Map<String, String> environment, Path logs)
      throws IOException {
    Files.createDirectories(logs);
    File log = logs.resolve(program + ".log").toFile();
    ProcessBuilder builder = new ProcessBuilder(command).redirectError(log);
    builder.environment().putAll(environment);
    return new Child(program, log.toPath(), builder.start());
  }

  void say(String line) throws IOException {
    to.write(line + "\n");
    to.flush();
  }

  /** The next line that is for us. */
  Reply reply() throws IOException {
    Timer watchdog = watchdog();
    try {
      for (String line = from.readLine(); line != null; line = from.readLine()) {
        if (line.startsWith("{")) {
          return Reply.parse(program, line);
        }
      }
      throw new IOException(
          program
              + ": ended, or was ended after "
              + PATIENCE.toMinutes()
              + " minutes, without an answer; see "
              + log);
    } finally {
      watchdog.cancel();
    }
  }

  private Timer watchdog() {
    Timer watchdog = new Timer(program + "-watchdog", true);
    watchdog.schedule(
        new TimerTask() {
          @Override
          public void run() {
            kill();
          }
        },
        PATIENCE.toMillis());
    return watchdog;
  }

  /**
   * A program ends when nobody speaks to it any more; it need not, so it is ended after a while.
   */
  @Override
  public void close() {
    try {
      to.close();
      if (!process.waitFor(GRACE.toSeconds(), TimeUnit.SECONDS)) {
        kill();
      }
    } catch (IOException e) {
      kill();
    } catch (InterruptedException e) {
      kill();
      Thread.currentThread().interrupt();
    }
  }

  private void kill() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }
}
