package io.github.steelyard.datasets.format;

/**
 * A key that a format understands, declared once: the suite's reader checks keys and values against
 * it and its documentation is printed from it.
 *
 * @param required whether every split must have it, from itself or from its data set
 * @param doc one sentence, with the default where there is one
 */
public record OptionSpec(String key, OptionKind kind, boolean required, String doc) {
  public static OptionSpec required(String key, OptionKind kind, String doc) {
    return new OptionSpec(key, kind, true, doc);
  }

  public static OptionSpec optional(String key, OptionKind kind, String doc) {
    return new OptionSpec(key, kind, false, doc);
  }
}
