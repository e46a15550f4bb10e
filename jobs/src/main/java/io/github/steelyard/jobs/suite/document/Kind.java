package io.github.steelyard.jobs.suite.document;

import io.github.steelyard.datasets.batch.Preprocessing.Features;
import io.github.steelyard.datasets.batch.Preprocessing.Size;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the text of a value must be.
 *
 * @param expecting as a sentence says it: {@code a whole number from 1 to 8192}
 * @param parser the value of a text, or empty where the text is not of this kind
 */
public record Kind<T>(String expecting, Function<String, Optional<T>> parser) {
  private static final Pattern NAMES = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
  private static final Pattern EXTENTS = Pattern.compile("([0-9]{1,4})x([0-9]{1,4})");

  private static final Pattern RANGE = Pattern.compile("([0-9]{1,8})(?:-([0-9]{1,8}))?");

  public static final Kind<String> TEXT =
      new Kind<>("a text", text -> text.isBlank() ? Optional.empty() : Optional.of(text.strip()));

  /** Names become folders and column values: nothing in them may be a path. */
  public static final Kind<String> NAME =
      TEXT.where(
          "a name of letters, digits, '.', '_' and '-'", text -> NAMES.matcher(text).matches());

  public static final Kind<Boolean> FLAG = choice(List.of(true, false));

  /** A finite number, or a fraction of two: {@code 1/255}. */
  public static final Kind<Double> NUMBER =
      new Kind<>("a number, or a fraction as 1/255", Kind::fraction);

  public static final Kind<Size> SIZE =
      new Kind<>("height x width in pixels, as 32x32, each from 1 to 8192", Kind::size);

  /** Counted from 0, the last one included. */
  public static final Kind<Features> FEATURES =
      new Kind<>("features counted from 0, as 0-3, or 4 for one", Kind::features);

  /** A key whose value is a mapping, a list of mappings or free; what is in it has its own keys. */
  public static Kind<Void> block(String expecting) {
    return new Kind<>(expecting, text -> Optional.empty());
  }

  public static Kind<Long> wholeNumber(long least, long most) {
    String range =
        least == Long.MIN_VALUE ? "a whole number" : "a whole number from " + least + " to " + most;
    return new Kind<>(range, Kind::whole).where(range, number -> number >= least && number <= most);
  }

  public static Kind<Integer> count(int least, int most) {
    Kind<Long> number = wholeNumber(least, most);
    return new Kind<>(number.expecting(), text -> number.parse(text).map(Math::toIntExact));
  }

  /** One of some values, written as {@link Object#toString} writes them. */
  public static <T> Kind<T> choice(List<T> values) {
    List<String> names = values.stream().map(Object::toString).toList();
    return new Kind<>(
        "one of " + String.join(", ", names),
        text ->
            names.contains(text) ? Optional.of(values.get(names.indexOf(text))) : Optional.empty());
  }

  /** One of an enumeration's values, in lower case. */
  public static <T extends Enum<T>> Kind<T> lowerCase(List<T> values) {
    Kind<String> names = choice(values.stream().map(value -> lower(value.name())).toList());
    return new Kind<>(
        names.expecting(),
        text ->
            names
                .parse(text)
                .flatMap(
                    name -> values.stream().filter(v -> lower(v.name()).equals(name)).findAny()));
  }

  /** This kind, narrowed. */
  public Kind<T> where(String narrower, Predicate<T> holds) {
    return new Kind<>(narrower, text -> parser.apply(text).filter(holds));
  }

  public Optional<T> parse(String text) {
    return parser.apply(text);
  }

  private static String lower(String name) {
    return name.toLowerCase(java.util.Locale.ROOT);
  }

  private static Optional<Long> whole(String text) {
    try {
      return Optional.of(Long.parseLong(text.replace("_", "")));
    } catch (NumberFormatException exception) {
      return Optional.empty();
    }
  }

  private static Optional<Double> fraction(String text) {
    String[] parts = text.split("/", -1);
    try {
      double value = Double.parseDouble(parts[0]);
      if (parts.length == 2) {
        value /= Double.parseDouble(parts[1]);
      }
      return parts.length <= 2 && Double.isFinite(value) ? Optional.of(value) : Optional.empty();
    } catch (NumberFormatException exception) {
      return Optional.empty();
    }
  }

  private static Optional<Features> features(String text) {
    Matcher range = RANGE.matcher(text);
    if (!range.matches()) {
      return Optional.empty();
    }
    int first = Integer.parseInt(range.group(1));
    int last = range.group(2) == null ? first : Integer.parseInt(range.group(2));
    return first <= last ? Optional.of(new Features(first, last)) : Optional.empty();
  }

  private static Optional<Size> size(String text) {
    Matcher extents = EXTENTS.matcher(text);
    if (!extents.matches()) {
      return Optional.empty();
    }
    int height = Integer.parseInt(extents.group(1));
    int width = Integer.parseInt(extents.group(2));
    boolean fits = height >= 1 && height <= 8192 && width >= 1 && width <= 8192;
    return fits ? Optional.of(new Size(height, width)) : Optional.empty();
  }
}
