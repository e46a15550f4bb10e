package io.github.steelyard.datasets.synthetic;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.Iterator;

/**
 * One digit, as its seed and index alone decide: white strokes on black, smoothed at the edges by
 * Java2D's own rasterizer, which is plain Java and draws the same everywhere.
 *
 * @param thickness {@code thin}, {@code medium} or {@code thick}
 * @param slant {@code left}, {@code upright} or {@code right}
 * @param pixels {@code [size, size, 1]}, unsigned bytes
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record DrawnDigit(int digit, String thickness, String slant, byte[] pixels) {
  /** Raised whenever the same options draw other pixels. */
  static final int VERSION = 1;

  private static final int CLASS_STREAM = 1;
  private static final int SHAPE_STREAM = 2;
  private static final int NOISE_STREAM = 3;

  /** Strokes are up to this much thicker or thinner than the mean. */
  private static final double THICKNESS_SPREAD = 0.4;

  /** Digits are up to this much larger or smaller, in each direction. */
  private static final double SCALE_SPREAD = 0.15;

  static DrawnDigit draw(DigitOptions options, long index) {
    int digit = digit(options, index);
    // One stream for the shape and one for the noise: harder noise leaves the same strokes.
    SplitMix random = new SplitMix(options.seed(), index, SHAPE_STREAM);
    double width = random.symmetric();
    double rotation = random.symmetric();
    double slant = random.symmetric();
    AffineTransform place = placed(options, random, rotation, slant);
    BufferedImage image =
        new BufferedImage(options.size(), options.size(), BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    graphics.setColor(Color.WHITE);
    graphics.setStroke(
        new BasicStroke(
            (float) (options.thickness() * (1 + THICKNESS_SPREAD * width) * options.size()),
            BasicStroke.CAP_ROUND,
            BasicStroke.JOIN_ROUND));
    graphics.draw(strokes(options, digit, random).createTransformedShape(place));
    graphics.dispose();
    byte[] pixels = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    addNoise(options, index, pixels);
    return new DrawnDigit(
        digit,
        third(width, "thin", "medium", "thick"),
        third(slant, "left", "upright", "right"),
        pixels);
  }

  /** Each run of as many indices as there are classes holds every class once, shuffled. */
  private static int digit(DigitOptions options, long index) {
    int classes = options.classes();
    SplitMix random = new SplitMix(options.seed(), index / classes, CLASS_STREAM);
    int[] shuffled = new int[classes];
    for (int place = 0; place < classes; place++) {
      int other = random.below(place + 1);
      shuffled[place] = shuffled[other];
      shuffled[other] = place;
    }
    return shuffled[(int) (index % classes)];
  }

  /** From the unit square to pixels: slanted, scaled and rotated about the middle, then moved. */
  private static AffineTransform placed(
      DigitOptions options, SplitMix random, double rotation, double slant) {
    double angle = StrictMath.toRadians(options.rotation() * rotation);
    double cosine = StrictMath.cos(angle);
    double sine = StrictMath.sin(angle);
    AffineTransform place = new AffineTransform();
    place.scale(options.size(), options.size());
    place.translate(
        0.5 + options.shift() * random.symmetric(), 0.5 + options.shift() * random.symmetric());
    place.concatenate(new AffineTransform(cosine, sine, -sine, cosine, 0, 0));
    // Slants go with rotations: no option of their own, half their angle.
    place.shear(-StrictMath.tan(StrictMath.toRadians(options.rotation()) / 2) * slant, 0);
    place.scale(
        0.85 * (1 + SCALE_SPREAD * random.symmetric()),
        0.9 * (1 + SCALE_SPREAD * random.symmetric()));
    place.translate(-0.5, -0.5);
    return place;
  }

  private static Path2D.Double strokes(DigitOptions options, int digit, SplitMix random) {
    Path2D.Double path = new Path2D.Double();
    Iterator<String> words = DigitStrokes.of(digit).iterator();
    while (words.hasNext()) {
      String command = words.next();
      double[] points = new double[command.equals("C") ? 6 : 2];
      for (int i = 0; i < points.length; i++) {
        points[i] = Double.parseDouble(words.next()) + options.jitter() * random.gaussian();
      }
      switch (command) {
        case "M" -> path.moveTo(points[0], points[1]);
        case "L" -> path.lineTo(points[0], points[1]);
        default -> path.curveTo(points[0], points[1], points[2], points[3], points[4], points[5]);
      }
    }
    return path;
  }

  private static void addNoise(DigitOptions options, long index, byte[] pixels) {
    if (options.noise() == 0) {
      return;
    }
    SplitMix random = new SplitMix(options.seed(), index, NOISE_STREAM);
    for (int i = 0; i < pixels.length; i++) {
      double noisy = (pixels[i] & 0xff) + 255 * options.noise() * random.gaussian();
      pixels[i] = (byte) Math.round(Math.min(Math.max(noisy, 0), 255));
    }
  }

  private static String third(double symmetric, String low, String middle, String high) {
    return symmetric < -1.0 / 3 ? low : symmetric < 1.0 / 3 ? middle : high;
  }
}
