package io.github.steelyard.datasets.format;

import java.io.Serializable;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The option values of one split, already checked against the format's {@link OptionSpec}s. */
public record Options(Map<String, List<String>> values) implements Serializable {
  public Options {
    values = Collections.unmodifiableMap(new TreeMap<>(values));
  }

  public boolean has(String key) {
    return values.containsKey(key);
  }

  public Optional<String> text(String key) {
    return values.containsKey(key) ? Optional.of(values.get(key).get(0)) : Optional.empty();
  }

  public String requiredText(String key) {
    return text(key)
        .orElseThrow(() -> new IllegalStateException("Cannot do without '" + key + "'"));
  }

  /** Empty where the key is not given. */
  public List<String> texts(String key) {
    return values.getOrDefault(key, List.of());
  }

  public long integer(String key, long otherwise) {
    return text(key).map(Long::parseLong).orElse(otherwise);
  }

  public double number(String key, double otherwise) {
    return text(key).map(Double::parseDouble).orElse(otherwise);
  }

  public boolean flag(String key, boolean otherwise) {
    return text(key).map(Boolean::parseBoolean).orElse(otherwise);
  }

  /** These options with others on top: what a split says goes before what its data set says. */
  public Options with(Options others) {
    TreeMap<String, List<String>> merged = new TreeMap<>(values);
    merged.putAll(others.values());
    return new Options(merged);
  }
}
