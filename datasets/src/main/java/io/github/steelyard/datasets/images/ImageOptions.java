package io.github.steelyard.datasets.images;

import io.github.steelyard.datasets.format.Options;
import io.github.steelyard.engine.problem.DataException;
import java.io.Serializable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an image is to become.
 *
 * @param height in pixels, or 0 to leave the size as it is
 * @param width in pixels, or 0
 * @param channels 1 or 3, or 0 to leave them as they are
 */
record ImageOptions(int height, int width, int channels) implements Serializable {
  private static final Pattern SIZE = Pattern.compile("([1-9][0-9]{0,3})x([1-9][0-9]{0,3})");

  static ImageOptions of(Options options) {
    long channels = options.integer("channels", 0);
    if (options.has("channels") && channels != 1 && channels != 3) {
      throw new DataException("channels", "expected 1 or 3. Found: " + channels);
    }
    if (!options.has("size")) {
      return new ImageOptions(0, 0, (int) channels);
    }
    Matcher size = SIZE.matcher(options.requiredText("size"));
    if (!size.matches()) {
      throw new DataException(
          "size",
          "expected HEIGHTxWIDTH, each 1 to 9999 pixels. Found: '"
              + options.requiredText("size")
              + "'");
    }
    return new ImageOptions(
        Integer.parseInt(size.group(1)), Integer.parseInt(size.group(2)), (int) channels);
  }
}
