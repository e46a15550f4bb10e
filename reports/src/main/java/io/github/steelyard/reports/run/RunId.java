package io.github.steelyard.reports.run;

import java.io.Serializable;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * The name of a run: {@code 20261122T163000Z-1f0a9c}, its start in UTC to the second and 24 random
 * bits. Sorted as text, runs stand in the order of their starts; two that start within the same
 * second stand in any order. It is safe as a folder's name, and no reader takes it for a number or
 * a time.
 */
public record RunId(String text) implements Comparable<RunId>, Serializable {
  private static final Pattern FORM = Pattern.compile("[0-9]{8}T[0-9]{6}Z-[0-9a-f]{6}");
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  public RunId {
    if (!FORM.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "Cannot use '" + text + "' as a run id, expected one like 20261122T163000Z-1f0a9c");
    }
  }

  /** A new id for a run that starts then. */
  public static RunId startingAt(Instant start) {
    byte[] random = new byte[3];
    new SecureRandom().nextBytes(random);
    return new RunId(TIME.format(start) + "-" + HexFormat.of().formatHex(random));
  }

  @Override
  public int compareTo(RunId other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}
