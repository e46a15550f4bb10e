package io.github.steelyard.bench.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A program as {@link ChildArm} wants it; its argument says what it does. */
final class EchoProgram {
  private EchoProgram() {}

  public static void main(String[] arguments) throws IOException {
    System.out.println("some library greets");
    switch (arguments[0]) {
      case "lacking" -> System.out.println("{\"notRun\": \"there is no torch\"}");
      case "dying" -> System.exit(3);
      case "once" -> System.out.println("{\"figures\": {\"extraBytes\": 5, \"allowedBytes\": 10}}");
      default -> serve();
    }
  }

  private static void serve() throws IOException {
    System.out.println("{}");
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    int rounds = 0;
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      if (line.equals("round")) {
        rounds++;
        System.out.println("counting");
        System.out.println(
            rounds == 3
                ? "{\"problem\": \"three is too much\"}"
                : "{\"examples\": 4, \"wallNanos\": 1000, \"cpuNanos\": 900}");
      } else {
        ByteBuffer bytes = ByteBuffer.allocate(16).order(ByteOrder.nativeOrder());
        bytes.asFloatBuffer().put(new float[] {1, 2, 3, 4});
        Files.write(Path.of(line.substring("answers ".length())), bytes.array());
        System.out.println("{\"columns\": 2}");
      }
    }
  }
}
