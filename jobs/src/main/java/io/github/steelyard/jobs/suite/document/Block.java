package io.github.steelyard.jobs.suite.document;

import java.util.List;

/** A mapping of a suite or family file: which keys may stand in it. */
public record Block(List<Key<?>> keys) {
  public static Block of(Key<?>... keys) {
    return new Block(List.of(keys));
  }

  public List<String> names() {
    return keys.stream().map(Key::name).toList();
  }
}
