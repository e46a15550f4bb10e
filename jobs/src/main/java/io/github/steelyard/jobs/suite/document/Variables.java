package io.github.steelyard.jobs.suite.document;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.Node;

/**
 * What a file leaves to its user: each <code>${name}</code> in a value stands for what {@code --set
 * name=value} says, or for the variable's default.
 */
public final class Variables {
  public static final Key<Void> KEY =
      Key.optional(
          "variables",
          Kind.block("a mapping of variable names to their doc and default"),
          "what --set fills; ${name} stands for a variable in any value");

  private static final Key<String> DOC =
      Key.required("doc", Kind.TEXT, "what to set it to, and where to get it");
  private static final Key<String> DEFAULT =
      Key.optional("default", Kind.TEXT, "its value where none is set");

  /** What a file says of one variable. */
  public static final Block BLOCK = Block.of(DOC, DEFAULT);

  private static final Pattern REFERENCE = Pattern.compile("\\$\\{([^}]*)}?");

  private final TreeMap<String, Optional<String>> values = new TreeMap<>();
  private final Problems problems;

  private Variables(Problems problems) {
    this.problems = problems;
  }

  /** No variables at all: for the block that declares them. */
  public static Variables none(Problems problems) {
    return new Variables(problems);
  }

  /**
   * The variables that a file declares, with their values.
   *
   * @param file the whole file's block, read without variables
   * @param given what the command line sets
   */
  public static Variables read(BlockReader file, Map<String, String> given, Problems problems) {
    Variables variables = new Variables(problems);
    file.named(KEY, BLOCK).forEach((name, block) -> variables.declare(name, block, given));
    for (String name : new TreeSet<>(given.keySet())) {
      if (!variables.values.containsKey(name)) {
        problems.add(
            file.nodeOf(KEY),
            KEY.name(),
            variables.declared(),
            "--set " + NearMatch.found(name, variables.values.keySet()));
      }
    }
    return variables;
  }

  private void declare(String name, BlockReader block, Map<String, String> given) {
    String doc = block.one(DOC).orElse("");
    Optional<String> value = Optional.ofNullable(given.get(name)).or(() -> block.one(DEFAULT));
    if (value.isEmpty()) {
      problems.add(
          block.node(), block.path(), "--set " + name + "=VALUE (" + doc + ")", Found.NOTHING);
    }
    values.put(name, value);
  }

  /** The text with all its variables filled in; empty where one has no value, which is reported. */
  Optional<String> fill(Node node, String path, String text) {
    Matcher reference = REFERENCE.matcher(text);
    StringBuilder filled = new StringBuilder();
    boolean complete = true;
    while (reference.find()) {
      String name = reference.group(1);
      if (!values.containsKey(name)) {
        problems.add(node, path, declared(), NearMatch.found(name, values.keySet()));
        complete = false;
      }
      Optional<String> value = values.getOrDefault(name, Optional.empty());
      complete &= value.isPresent();
      reference.appendReplacement(filled, Matcher.quoteReplacement(value.orElse("")));
    }
    reference.appendTail(filled);
    return complete ? Optional.of(filled.toString()) : Optional.empty();
  }

  private String declared() {
    return values.isEmpty()
        ? "a declared variable (there is none)"
        : "one of the declared variables " + String.join(", ", values.keySet());
  }
}
