package io.github.steelyard.jobs.suite.document;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A part of a file as YAML again, its variables filled in. */
final class FilledText {
  private final String place;
  private final Variables variables;

  private FilledText(String place, Variables variables) {
    this.place = place;
    this.variables = variables;
  }

  /**
   * @param place of the node, for the problem of a variable that is not declared
   */
  static String of(Node node, String place, Variables variables) {
    StringWriter text = new StringWriter();
    new Yaml().serialize(new FilledText(place, variables).filled(node), text);
    return text.toString();
  }

  private Node filled(Node from) {
    if (from instanceof MappingNode mapping) {
      List<NodeTuple> entries = new ArrayList<>();
      for (NodeTuple entry : mapping.getValue()) {
        entries.add(new NodeTuple(entry.getKeyNode(), filled(entry.getValueNode())));
      }
      return new MappingNode(mapping.getTag(), entries, mapping.getFlowStyle());
    }
    if (from instanceof SequenceNode list) {
      List<Node> items = list.getValue().stream().map(this::filled).toList();
      return new SequenceNode(list.getTag(), items, list.getFlowStyle());
    }
    ScalarNode scalar = (ScalarNode) from;
    String text = variables.fill(scalar, place, scalar.getValue()).orElse("");
    return new ScalarNode(
        scalar.getTag(), text, scalar.getStartMark(), scalar.getEndMark(), scalar.getScalarStyle());
  }
}
