package io.github.steelyard.jobs.suite.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * One mapping of a file. What is missing or wrong goes to the problems; the caller is told with an
 * empty result and goes on, so that the rest is checked too.
 */
public final class BlockReader {
  private final Node node;
  private final String path;
  private final Problems problems;
  private final Variables variables;
  private final Map<String, Node> keys = new LinkedHashMap<>();
  private final Map<String, Node> values = new LinkedHashMap<>();

  /** Of the values that stand in another block. */
  private final Map<String, String> paths = new LinkedHashMap<>();

  private BlockReader(Node node, String path, Problems problems, Variables variables) {
    this.node = node;
    this.path = path;
    this.problems = problems;
    this.variables = variables;
  }

  /** The whole file. */
  public static BlockReader file(MappingNode root, Problems problems, Variables variables) {
    return new BlockReader(root, "", problems, variables).filled(root);
  }

  private BlockReader filled(MappingNode mapping) {
    for (NodeTuple entry : mapping.getValue()) {
      String key = ((ScalarNode) entry.getKeyNode()).getValue();
      keys.put(key, entry.getKeyNode());
      values.put(key, entry.getValueNode());
    }
    return this;
  }

  /** Without keys where the node is none; the node is then only a place. */
  private BlockReader inner(Node place, boolean mapping, String innerPath) {
    BlockReader inner = new BlockReader(place, innerPath, problems, variables);
    return mapping && place instanceof MappingNode node ? inner.filled(node) : inner;
  }

  public Node node() {
    return node;
  }

  public String path() {
    return path;
  }

  /** The keys that stand here, in the file's order. */
  public List<String> names() {
    return List.copyOf(values.keySet());
  }

  public boolean has(String key) {
    return values.containsKey(key) && !Found.isNothing(values.get(key));
  }

  public boolean has(Key<?> key) {
    return has(key.name());
  }

  /** The value under the key, or the block itself where there is none: a place for a problem. */
  public Node nodeOf(Key<?> key) {
    return values.getOrDefault(key.name(), node);
  }

  /** The same keys, each of which falls back to what stands in another block. */
  public BlockReader over(BlockReader fallback) {
    BlockReader both = new BlockReader(node, path, problems, variables);
    both.keys.putAll(keys);
    both.values.putAll(values);
    fallback.values.forEach(
        (key, value) -> {
          if (!both.has(key)) {
            both.keys.put(key, fallback.keys.getOrDefault(key, value));
            both.values.put(key, value);
            both.paths.put(key, fallback.inside(key));
          }
        });
    return both;
  }

  /** The same without one of the keys, for a reader that does not know it. */
  public BlockReader without(Key<?> key) {
    BlockReader rest = new BlockReader(node, path, problems, variables);
    rest.keys.putAll(keys);
    rest.values.putAll(values);
    rest.paths.putAll(paths);
    rest.keys.remove(key.name());
    rest.values.remove(key.name());
    return rest;
  }

  /** Reports keys that are not known here. */
  public void allow(List<String> known) {
    keys.forEach(
        (key, keyNode) -> {
          if (!known.contains(key)) {
            String all = String.join(", ", new TreeSet<>(known));
            String expecting = known.isEmpty() ? "no keys here" : "one of the keys " + all;
            problems.add(
                keyNode, path.isEmpty() ? "file" : path, expecting, NearMatch.found(key, known));
          }
        });
  }

  /** One value. */
  public <T> Optional<T> one(Key<T> key) {
    if (!has(key)) {
      missing(key);
      return key.otherwise().stream().findFirst();
    }
    return scalar(nodeOf(key), inside(key.name()), key.kind());
  }

  /** Several values in a list, or one alone. */
  public <T> List<T> many(Key<T> key) {
    if (!has(key)) {
      missing(key);
      return key.otherwise();
    }
    return scalars(nodeOf(key), inside(key.name()), key.kind());
  }

  /** A mapping with keys of its own; an empty one where there is none. */
  public BlockReader block(Key<Void> key, Block block) {
    missing(key);
    BlockReader inner = inner(key);
    inner.allow(block.names());
    return inner;
  }

  /** A mapping whose keys are not ours. */
  public BlockReader free(Key<Void> key) {
    missing(key);
    return inner(key);
  }

  /** A list of mappings; the caller says which keys they allow. */
  public List<BlockReader> list(Key<Void> key) {
    missing(key);
    List<BlockReader> blocks = new ArrayList<>();
    if (!has(key)) {
      return blocks;
    }
    if (!(nodeOf(key) instanceof SequenceNode list) || list.getValue().isEmpty()) {
      boolean empty = nodeOf(key) instanceof SequenceNode;
      problem(key, key.kind().expecting(), empty ? "an empty list" : Found.of(nodeOf(key)));
      return blocks;
    }
    for (Node item : list.getValue()) {
      String place = inside(key.name()) + "[" + blocks.size() + "]";
      if (item instanceof MappingNode) {
        blocks.add(inner(item, true, place));
      } else {
        problems.add(item, place, "a mapping", Found.of(item));
      }
    }
    return blocks;
  }

  /** A mapping of names to mappings of one kind. */
  Map<String, BlockReader> named(Key<Void> key, Block block) {
    Map<String, BlockReader> blocks = named(key);
    blocks.values().forEach(inner -> inner.allow(block.names()));
    return blocks;
  }

  /** A mapping of names to mappings; the caller says which keys they allow. */
  public Map<String, BlockReader> named(Key<Void> key) {
    missing(key);
    Map<String, BlockReader> blocks = new LinkedHashMap<>();
    BlockReader outer = inner(key);
    for (String name : outer.names()) {
      Node value = outer.values.getOrDefault(name, outer.node);
      String place = outer.inside(name);
      if (Kind.NAME.parse(name).isEmpty()) {
        problems.add(outer.keys.getOrDefault(name, value), outer.path, Kind.NAME.expecting(), name);
      } else if (value instanceof MappingNode || Found.isNothing(value)) {
        blocks.put(name, inner(value, true, place));
      } else {
        problems.add(value, place, "a mapping", Found.of(value));
      }
    }
    return blocks;
  }

  /** The scalar under a key that is not declared here but by somebody else. */
  public <T> Optional<T> one(String key, Kind<T> kind) {
    return scalar(values.getOrDefault(key, node), inside(key), kind);
  }

  /** The list, or one value alone, under a key that is declared by somebody else. */
  public <T> List<T> many(String key, Kind<T> kind) {
    return scalars(values.getOrDefault(key, node), inside(key), kind);
  }

  public void problem(Key<?> key, String expecting, String found) {
    problems.add(nodeOf(key), inside(key.name()), expecting, found);
  }

  public boolean isList(String key) {
    return values.get(key) instanceof SequenceNode;
  }

  public boolean isEmptyMapping(Key<?> key) {
    return nodeOf(key) instanceof MappingNode mapping && mapping.getValue().isEmpty();
  }

  /** Reports that a key which somebody else declares is missing. */
  public void require(String key, String doc) {
    if (!has(key)) {
      problems.add(
          values.getOrDefault(key, node), path, "the key " + key + " (" + doc + ")", Found.NOTHING);
    }
  }

  /** The whole block as YAML, its variables filled in; empty where it has no keys. */
  public String text() {
    if (values.isEmpty()) {
      return "";
    }
    return FilledText.of(node, path, variables);
  }

  public String place() {
    return problems.place(node);
  }

  String inside(String key) {
    String own = path.isEmpty() ? key : path + "." + key;
    return paths.getOrDefault(key, own);
  }

  private BlockReader inner(Key<Void> key) {
    Node value = nodeOf(key);
    if (has(key) && !(value instanceof MappingNode)) {
      problem(key, key.kind().expecting(), Found.of(value));
    }
    return inner(value, has(key), inside(key.name()));
  }

  private void missing(Key<?> key) {
    if (key.required() && !has(key)) {
      problem(key, key.kind().expecting() + " (" + key.doc() + ")", Found.NOTHING);
    }
  }

  private <T> List<T> scalars(Node value, String place, Kind<T> kind) {
    if (!(value instanceof SequenceNode list)) {
      return scalar(value, place, kind).stream().toList();
    }
    if (list.getValue().isEmpty()) {
      problems.add(value, place, "at least one value", "an empty list");
    }
    List<T> found = new ArrayList<>();
    for (int i = 0; i < list.getValue().size(); i++) {
      scalar(list.getValue().get(i), place + "[" + i + "]", kind).ifPresent(found::add);
    }
    return found;
  }

  private <T> Optional<T> scalar(Node value, String place, Kind<T> kind) {
    if (!(value instanceof ScalarNode scalar) || Found.isNothing(value)) {
      problems.add(value, place, kind.expecting(), Found.of(value));
      return Optional.empty();
    }
    Optional<String> text = variables.fill(value, place, scalar.getValue());
    Optional<T> parsed = text.flatMap(kind::parse);
    if (text.isPresent() && parsed.isEmpty()) {
      problems.add(value, place, kind.expecting(), Found.text(text.orElse("")));
    }
    return parsed;
  }
}
