package io.github.steelyard.jobs.suite;

import java.util.List;

/** A mapping of a suite or family file: which keys may stand in it. */
record Block(List<Key<?>> keys) {
  static Block of(Key<?>... keys) {
    return new Block(List.of(keys));
  }

  List<String> names() {
    return keys.stream().map(Key::name).toList();
  }
}
