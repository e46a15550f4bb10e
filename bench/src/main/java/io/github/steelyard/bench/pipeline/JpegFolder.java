package io.github.steelyard.bench.pipeline;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;
import javax.imageio.ImageIO;

/** Colour images of 96 x 96 pixels, a folder for each class: a gradient with shapes on it. */
final class JpegFolder {
  private static final int SIDE = 96;
  private static final int SHAPES = 8;
  private static final long SEED = 20260105;

  private JpegFolder() {}

  static void write(Path folder, int images, int classes) throws IOException {
    Random random = new Random(SEED);
    for (int image = 0; image < images; image++) {
      Path target = Files.createDirectories(folder.resolve("class-" + image % classes));
      String name = String.format(Locale.ROOT, "%06d.jpg", image);
      if (!ImageIO.write(drawn(random), "jpg", target.resolve(name).toFile())) {
        throw new IOException("Cannot write JPEG: this JDK has no writer for it");
      }
    }
  }

  private static Color color(Random random) {
    return new Color(random.nextInt(1 << 24));
  }

  private static BufferedImage drawn(Random random) {
    BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    int near = random.nextInt(SIDE);
    int far = random.nextInt(SIDE);
    graphics.setPaint(new GradientPaint(near, 0, color(random), far, SIDE, color(random), true));
    graphics.fillRect(0, 0, SIDE, SIDE);
    for (int shape = 0; shape < SHAPES; shape++) {
      graphics.setColor(color(random));
      int x = random.nextInt(SIDE);
      int y = random.nextInt(SIDE);
      int width = random.nextInt(SIDE / 2);
      int height = random.nextInt(SIDE / 2);
      if (shape % 2 == 0) {
        graphics.fillOval(x, y, width, height);
      } else {
        graphics.fillRect(x, y, width, height);
      }
    }
    graphics.dispose();
    return image;
  }
}
