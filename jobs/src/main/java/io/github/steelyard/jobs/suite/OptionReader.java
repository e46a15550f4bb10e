package io.github.steelyard.jobs.suite;

import io.github.steelyard.datasets.format.OptionKind;
import io.github.steelyard.datasets.format.OptionSpec;
import io.github.steelyard.datasets.format.Options;
import io.github.steelyard.jobs.suite.document.BlockReader;
import io.github.steelyard.jobs.suite.document.Kind;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads a format's options, as the format declares them. */
final class OptionReader {
  /** A delimiter may be a space, a quoted column's name may end in one. */
  private static final Kind<String> SPACES_TOO =
      new Kind<>("a text", text -> text.isEmpty() ? Optional.empty() : Optional.of(text));

  /** {@link Options} holds texts: each kind gives back the text that its accessor reads. */
  private static final Map<OptionKind, Kind<String>> KINDS =
      Map.of(
          OptionKind.TEXT, SPACES_TOO,
          OptionKind.PATH, rename(Kind.TEXT, "a path"),
          OptionKind.INTEGER, texts(Kind.wholeNumber(Long.MIN_VALUE, Long.MAX_VALUE)),
          OptionKind.NUMBER, texts(Kind.NUMBER),
          OptionKind.BOOLEAN, texts(Kind.FLAG),
          OptionKind.TEXTS, SPACES_TOO);

  private OptionReader() {}

  /** Those of the options that stand in the block. */
  static Options read(BlockReader block, Collection<OptionSpec> specs) {
    TreeMap<String, List<String>> values = new TreeMap<>();
    for (OptionSpec spec : specs) {
      if (block.has(spec.key())) {
        Kind<String> kind = KINDS.getOrDefault(spec.kind(), Kind.TEXT);
        List<String> found =
            spec.kind() == OptionKind.TEXTS
                ? block.many(spec.key(), kind)
                : block.one(spec.key(), kind).stream().toList();
        if (!found.isEmpty()) {
          values.put(spec.key(), found);
        }
      }
    }
    return new Options(values);
  }

  private static <T> Kind<String> texts(Kind<T> kind) {
    return new Kind<>(kind.expecting(), text -> kind.parse(text).map(Object::toString));
  }

  private static <T> Kind<T> rename(Kind<T> kind, String expecting) {
    return new Kind<>(expecting, kind.parser());
  }
}
