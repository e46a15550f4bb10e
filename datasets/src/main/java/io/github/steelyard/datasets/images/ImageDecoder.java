package io.github.steelyard.datasets.images;

import io.github.steelyard.datasets.source.SourceFiles;
import io.github.steelyard.engine.problem.DataException;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.jspecify.annotations.Nullable;

/**
 * Decodes PNG and JPEG with the JDK's readers: gray, RGB and palettes, with transparency dropped.
 * CMYK is refused, a rotation noted beside the pixels is not applied.
 */
final class ImageDecoder {
  /** What a header may promise: 64 million pixels, 192 MB decoded. */
  private static final long MOST_PIXELS = 64_000_000;

  private static final List<String> KNOWN = List.of("png", "jpeg");

  private ImageDecoder() {}

  static Pixels decode(Path path, Configuration configuration, ImageOptions options) {
    String name = SourceFiles.name(path);
    try (InputStream in = path.getFileSystem(configuration).open(path);
        ImageInputStream bytes = new MemoryCacheImageInputStream(in)) {
      ImageReader reader = reader(bytes);
      if (reader == null) {
        throw new DataException(name, "is no image, expected PNG or JPEG");
      }
      try {
        return pixels(reader, bytes, name, options);
      } finally {
        reader.dispose();
      }
    } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new DataException(
          name,
          "cannot be decoded, expected a whole gray or RGB image (" + e.getMessage() + ")",
          e);
    }
  }

  private static @Nullable ImageReader reader(ImageInputStream bytes) {
    Iterator<ImageReader> readers = ImageIO.getImageReaders(bytes);
    while (readers.hasNext()) {
      ImageReader reader = readers.next();
      List<String> formats = Arrays.asList(reader.getOriginatingProvider().getFormatNames());
      if (formats.stream().map(each -> each.toLowerCase(Locale.ROOT)).anyMatch(KNOWN::contains)) {
        return reader;
      }
      reader.dispose();
    }
    return null;
  }

  private static Pixels pixels(
      ImageReader reader, ImageInputStream bytes, String name, ImageOptions options)
      throws IOException {
    // Metadata can be compressed a thousandfold, and nobody asks for them.
    reader.setInput(bytes, true, true);
    long pixels = (long) reader.getHeight(0) * reader.getWidth(0);
    if (pixels > MOST_PIXELS) {
      throw new DataException(
          name,
          "expected at most "
              + MOST_PIXELS
              + " pixels. Found: "
              + reader.getHeight(0)
              + "x"
              + reader.getWidth(0));
    }
    // A JPEG that is cut short is filled up with gray, and that is no more than a warning.
    reader.addIIOReadWarningListener(
        (source, warning) -> {
          if (warning.contains("EOI") || warning.contains("premature end")) {
            throw new DataException(name, "is cut short (" + warning + ")");
          }
        });
    BufferedImage image = reader.read(0);
    Pixels decoded = Pixels.of(image, options.channels());
    return options.height() == 0 ? decoded : decoded.resized(options.height(), options.width());
  }
}
