package io.github.steelyard.peers;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;

/** Takes turns as Steelyard's benchmarks want it: a line of JSON for each line that is read. */
public final class Turns {
  /** Evaluates a model on all rows, from the file to the figure. */
  public interface Evaluation {
    Outcome run() throws IOException;
  }

  /**
   * @param rows that were evaluated
   * @param correct those whose class was found
   */
  public record Outcome(long rows, long correct) {}

  private Turns() {}

  /** Two tasks at a time in this process. */
  public static SparkSession spark(String name) {
    return SparkSession.builder()
        .appName(name)
        .master("local[2]")
        .config("spark.ui.enabled", "false")
        .getOrCreate();
  }

  /** Until the input ends; then the process ends, with whatever threads it still has. */
  public static void serve(Evaluation evaluation) throws IOException {
    System.out.println("{}");
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      System.out.println(
          line.equals("round") ? round(evaluation) : answers(evaluation, line.split(" ", 2)[1]));
    }
    System.exit(0);
  }

  private static String round(Evaluation evaluation) throws IOException {
    long begin = System.nanoTime();
    Outcome outcome = evaluation.run();
    return "{\"examples\": %d, \"wallNanos\": %d}"
        .formatted(outcome.rows(), System.nanoTime() - begin);
  }

  private static String answers(Evaluation evaluation, String file) throws IOException {
    Outcome outcome = evaluation.run();
    ByteBuffer bytes = ByteBuffer.allocate(2 * Float.BYTES).order(ByteOrder.nativeOrder());
    bytes.putFloat(outcome.rows()).putFloat(outcome.correct());
    Files.write(Path.of(file), bytes.array());
    return "{\"columns\": 2}";
  }
}
