package io.github.steelyard.jobs.suite.document;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.reader.ReaderException;

/**
 * Reads a YAML file as a tree of nodes with their places. No object is ever constructed from it:
 * size, depth and aliases are bounded, tags are refused, and so are duplicate keys.
 */
public final class YamlDocument {
  private static final int LARGEST_BYTES = 1 << 20;
  private static final int DEEPEST = 20;

  /** Few enough that aliases of aliases of aliases stay small. */
  private static final int MOST_ALIASES = 10;

  private final Problems problems;

  /** By identity, so that an aliased node is looked at once and one within itself ends. */
  private final Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());

  private YamlDocument(Problems problems) {
    this.problems = problems;
  }

  /**
   * The file's top-level mapping.
   *
   * @throws SuiteException when there is none
   */
  public static MappingNode read(Path file, Problems problems) {
    return parse(text(file, problems), problems);
  }

  /**
   * A text's top-level mapping.
   *
   * @throws SuiteException when there is none
   */
  public static MappingNode parse(String text, Problems problems) {
    Node root = compose(text, problems);
    if (root == null) {
      problems.add(1, 1, "YAML", "a mapping of keys to values", "an empty file");
    } else if (root instanceof MappingNode mapping) {
      new YamlDocument(problems).check(mapping);
      // Duplicate keys make everything else ambiguous.
      problems.throwIfAny();
      return mapping;
    } else {
      problems.add(root, "YAML", "a mapping of keys to values", Found.of(root));
    }
    problems.throwIfAny();
    throw new IllegalStateException("Cannot be reached: a problem was added");
  }

  private static String text(Path file, Problems problems) {
    try {
      if (Files.isRegularFile(file) && Files.size(file) > LARGEST_BYTES) {
        problems.add(1, 1, "YAML", "a file of at most 1 MiB", Files.size(file) + " bytes");
      } else {
        return Files.readString(file);
      }
    } catch (CharacterCodingException exception) {
      problems.add(1, 1, "YAML", "text in UTF-8", "other bytes");
    } catch (IOException exception) {
      boolean exists = Files.exists(file);
      problems.add(1, 1, "YAML", "a readable file", exists ? "one that is not" : "no such file");
    }
    problems.throwIfAny();
    throw new IllegalStateException("Cannot be reached: a problem was added");
  }

  private static @Nullable Node compose(String text, Problems problems) {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(LARGEST_BYTES);
    options.setNestingDepthLimit(DEEPEST);
    options.setMaxAliasesForCollections(MOST_ALIASES);
    try {
      return new Yaml(options).compose(new StringReader(text));
    } catch (MarkedYAMLException exception) {
      Mark mark = exception.getProblemMark();
      problems.add(mark, "YAML", "well-formed YAML", oneLine(exception.getProblem()));
    } catch (ReaderException exception) {
      int line = (int) text.substring(0, exception.getPosition()).lines().count();
      problems.add(Math.max(1, line), 1, "YAML", "printable text", "a control character");
    } catch (YAMLException exception) {
      // Its limits come without a place.
      problems.add(1, 1, "YAML", "a small YAML file", oneLine(exception.getMessage()));
    }
    problems.throwIfAny();
    throw new IllegalStateException("Cannot be reached: a problem was added");
  }

  private static String oneLine(@Nullable String text) {
    return text == null ? "something else" : text.strip().replaceAll("\\s+", " ");
  }

  private void check(Node node) {
    if (!seen.add(node)) {
      return;
    }
    // Java class tags (!!java.lang...) are refused by the composer itself.
    if (!node.getTag().startsWith(Tag.PREFIX)) {
      problems.add(node, "YAML", "no tags", node.getTag().getValue());
    }
    if (node instanceof SequenceNode sequence) {
      sequence.getValue().forEach(this::check);
    } else if (node instanceof MappingNode mapping) {
      Set<String> keys = new HashSet<>();
      for (NodeTuple entry : mapping.getValue()) {
        if (!(entry.getKeyNode() instanceof ScalarNode key)) {
          problems.add(entry.getKeyNode(), "YAML", "a text as key", Found.of(entry.getKeyNode()));
        } else if (!keys.add(key.getValue())) {
          problems.add(key, key.getValue(), "each key once", "it a second time");
        }
        check(entry.getKeyNode());
        check(entry.getValueNode());
      }
    }
  }
}
