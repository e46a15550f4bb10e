package io.github.steelyard.bench.process;

import io.github.steelyard.bench.harness.Answers;
import io.github.steelyard.bench.harness.Arm;
import io.github.steelyard.bench.harness.Workplace;
import io.github.steelyard.bench.harness.ratio.Measurement;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A program that stays, so that it can take turns. It prints a line <code>{}</code> when it is
 * ready, or <code>{"notRun": "why"}</code>, and then answers each line it reads with one it prints:
 *
 * <ul>
 *   <li>{@code round}: does the work and prints <code>
 *       {"examples": 4, "wallNanos": 1, "cpuNanos": 1, "figures": {"name": 1.0}}</code>, the last
 *       two if it likes;
 *   <li>{@code answers FILE}: writes its answers as float32 in the machine's byte order and prints
 *       <code>{"columns": 10}</code>, or <code>{}</code> where it has none.
 * </ul>
 *
 * <p>Instead it may print <code>{"problem": "what went wrong"}</code>. It ends with its input.
 */
public final class ChildArm implements Arm {
  private final Child child;
  private final Path answers;

  private ChildArm(Child child, Path answers) {
    this.child = child;
    this.answers = answers;
  }

  /**
   * Starts a program and waits until it is ready.
   *
   * @param name of the program, as a file name
   */
  public static ChildArm start(
      String name, List<String> command, Map<String, String> environment, Workplace workplace)
      throws IOException {
    Child child = Child.start(name, command, environment, workplace.folder().resolve("logs"));
    try {
      child.reply();
    } catch (IOException | RuntimeException e) {
      child.close();
      throw e;
    }
    return new ChildArm(child, workplace.folder().resolve(name + ".answers"));
  }

  @Override
  public Measurement round() throws IOException {
    long begin = System.nanoTime();
    child.say("round");
    return child.reply().measurement(System.nanoTime() - begin);
  }

  @Override
  public Answers answers() throws IOException {
    Files.deleteIfExists(answers);
    child.say("answers " + answers.toAbsolutePath());
    int columns = child.reply().columns();
    if (columns == 0) {
      return Answers.NONE;
    }
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(answers)).order(ByteOrder.nativeOrder());
    Files.delete(answers);
    float[] values = new float[bytes.remaining() / Float.BYTES];
    bytes.asFloatBuffer().get(values);
    return new Answers(values, columns);
  }

  @Override
  public void close() {
    child.close();
  }
}
