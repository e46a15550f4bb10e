package io.github.steelyard.jobs.suite.document;

import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/** How a sentence says what stands in a file. */
public final class Found {
  public static final String NOTHING = "nothing";

  private static final int LONGEST = 80;

  private Found() {}

  public static String of(Node node) {
    if (node instanceof ScalarNode scalar) {
      return isNothing(scalar) ? NOTHING : text(scalar.getValue());
    }
    return node instanceof MappingNode ? "a mapping" : "a list";
  }

  static String text(String text) {
    String line = text.strip().replaceAll("\\s+", " ");
    if (line.isEmpty()) {
      return "an empty text";
    }
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "...";
  }

  /** Whether a key stands there without a value. */
  static boolean isNothing(Node node) {
    return node.getTag().equals(Tag.NULL);
  }
}
