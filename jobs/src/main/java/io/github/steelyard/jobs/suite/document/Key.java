package io.github.steelyard.jobs.suite.document;

import java.util.List;

/**
 * A key of a suite or family file, declared once: the reader checks the file against it, and a test
 * holds that {@code conf/} documents it.
 *
 * @param otherwise the values where the key is not given; none where there is no default
 * @param doc one sentence
 */
public record Key<T>(String name, Kind<T> kind, boolean required, List<T> otherwise, String doc) {
  public static <T> Key<T> required(String name, Kind<T> kind, String doc) {
    return new Key<>(name, kind, true, List.of(), doc);
  }

  public static <T> Key<T> optional(String name, Kind<T> kind, String doc) {
    return new Key<>(name, kind, false, List.of(), doc);
  }

  /** Without the key, this value holds. */
  public static <T> Key<T> otherwise(T value, String name, Kind<T> kind, String doc) {
    return new Key<>(name, kind, false, List.of(value), doc);
  }

  public static <T> Key<T> otherwise(List<T> values, String name, Kind<T> kind, String doc) {
    return new Key<>(name, kind, false, List.copyOf(values), doc);
  }

  /** What a reference file says of the key. */
  public String reference() {
    if (required) {
      return doc + " (required)";
    }
    return otherwise.isEmpty() ? doc : doc + " (default: " + written() + ")";
  }

  private String written() {
    return otherwise.size() == 1 ? otherwise.get(0).toString() : otherwise.toString();
  }
}
