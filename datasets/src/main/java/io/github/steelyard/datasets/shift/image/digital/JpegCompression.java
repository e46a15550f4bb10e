package io.github.steelyard.datasets.shift.image.digital;

import com.google.auto.service.AutoService;
import io.github.steelyard.datasets.shift.Shift;
import io.github.steelyard.datasets.shift.ShiftKind;
import io.github.steelyard.datasets.shift.image.ImageShift;
import io.github.steelyard.datasets.shift.image.Level;
import io.github.steelyard.datasets.shift.image.Picture;
import io.github.steelyard.datasets.shift.image.PictureTransform;

/**
 * The losses of JPEG at a low quality: those of libjpeg's defaults, with colours stored at half the
 * resolution (4:2:0) and smoothed when they are enlarged again.
 */
@AutoService(Shift.class)
public final class JpegCompression extends ImageShift {
  /** ITU-T T.81, table K.1. */
  private static final int[] LUMINANCE = {
    16, 11, 10, 16, 24, 40, 51, 61, 12, 12, 14, 19, 26, 58, 60, 55, 14, 13, 16, 24, 40, 57, 69, 56,
    14, 17, 22, 29, 51, 87, 80, 62, 18, 22, 37, 56, 68, 109, 103, 77, 24, 35, 55, 64, 81, 104, 113,
    92, 49, 64, 78, 87, 103, 121, 120, 101, 72, 92, 95, 98, 112, 100, 103, 99
  };

  /** ITU-T T.81, table K.2. */
  private static final int[] CHROMINANCE = {
    17, 18, 24, 47, 99, 99, 99, 99, 18, 21, 26, 66, 99, 99, 99, 99, 24, 26, 56, 99, 99, 99, 99, 99,
    47, 66, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99,
    99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99
  };

  public JpegCompression() {
    super("jpeg-compression", ShiftKind.DIGITAL, "The image was stored as a JPEG of low quality.");
  }

  @Override
  protected PictureTransform transform(Level level) {
    int quality =
        (int) level.pick(new double[] {80, 65, 58, 50, 40}, new double[] {25, 18, 15, 10, 7});
    JpegPlane luminance = new JpegPlane(LUMINANCE, quality);
    JpegPlane chrominance = new JpegPlane(CHROMINANCE, quality);
    return (picture, random) -> {
      if (picture.channels() == 1) {
        return grey(picture, luminance);
      }
      return new YccPlanes(picture).stored(luminance, chrominance);
    };
  }

  private static Picture grey(Picture picture, JpegPlane luminance) {
    float[] plane = picture.values();
    for (int i = 0; i < plane.length; i++) {
      plane[i] *= 255;
    }
    luminance.apply(plane, picture.height(), picture.width());
    for (int i = 0; i < plane.length; i++) {
      plane[i] /= 255;
    }
    return picture;
  }
}
