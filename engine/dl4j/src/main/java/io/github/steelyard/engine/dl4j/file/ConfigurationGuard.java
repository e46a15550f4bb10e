package io.github.steelyard.engine.dl4j.file;

import io.github.steelyard.engine.inference.UnusableModelException;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.jspecify.annotations.Nullable;
import org.nd4j.shade.jackson.core.JsonParser;
import org.nd4j.shade.jackson.core.JsonStreamContext;
import org.nd4j.shade.jackson.core.JsonToken;

/**
 * Looks through a configuration before Deeplearning4j makes objects of it. Its JSON names classes
 * to instantiate, so a file could name any class of the class path; only Deeplearning4j's and
 * ND4J's own are let through. Nesting is bounded, too: the parser recurses.
 */
final class ConfigurationGuard {
  private static final List<String> TRUSTED = List.of("org.deeplearning4j.", "org.nd4j.");
  private static final int DEEPEST = 200;

  /** The other way in which Jackson accepts a type: an array that begins with a class name. */
  private static final Pattern CLASS_NAME =
      Pattern.compile("[a-z_]\\w*(\\.[a-z_]\\w*)+\\.[A-Z_$][\\w$]*");

  /** Lists of names that users choose. */
  private static final Set<String> NAME_LISTS =
      Set.of("networkInputs", "networkOutputs", "vertexInputs", "variables", "topologicalOrderStr");

  private ConfigurationGuard() {}

  static void check(String json) throws UnusableModelException {
    try (JsonParser parser = NeuralNetConfiguration.mapper().getFactory().createParser(json)) {
      int depth = 0;
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token.isStructStart() && ++depth > DEEPEST) {
          throw new UnusableModelException(
              "its configuration is nested more than " + DEEPEST + " levels deep");
        } else if (token.isStructEnd()) {
          depth--;
        } else if (token == JsonToken.VALUE_STRING) {
          checkText(parser.getText(), parser.getParsingContext());
        }
      }
    } catch (IOException e) {
      throw new UnusableModelException("its configuration.json is not JSON", e);
    }
  }

  private static void checkText(String text, JsonStreamContext context)
      throws UnusableModelException {
    boolean type =
        "@class".equals(context.getCurrentName())
            || (context.inArray()
                && context.getCurrentIndex() == 0
                && !inNameList(context)
                && CLASS_NAME.matcher(text).matches());
    if (type && TRUSTED.stream().noneMatch(text::startsWith)) {
      throw new UnusableModelException(
          "it uses the class '"
              + text
              + "', which is not part of Deeplearning4j: custom layers are not run");
    }
  }

  private static boolean inNameList(JsonStreamContext array) {
    for (@Nullable JsonStreamContext at = array.getParent(); at != null; at = at.getParent()) {
      if (at.getCurrentName() != null && NAME_LISTS.contains(at.getCurrentName())) {
        return true;
      }
    }
    return false;
  }
}
