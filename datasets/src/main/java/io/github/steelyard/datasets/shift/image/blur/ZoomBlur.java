package io.github.steelyard.datasets.shift.image.blur;

import com.google.auto.service.AutoService;
import io.github.steelyard.datasets.shift.Shift;
import io.github.steelyard.datasets.shift.ShiftKind;
import io.github.steelyard.datasets.shift.image.ImageShift;
import io.github.steelyard.datasets.shift.image.Level;
import io.github.steelyard.datasets.shift.image.PictureTransform;
import io.github.steelyard.datasets.shift.image.filter.CentreZoom;
import java.util.ArrayList;
import java.util.List;

/** The mean of the image and of enlargements of it. */
@AutoService(Shift.class)
public final class ZoomBlur extends ImageShift {
  public ZoomBlur() {
    super("zoom-blur", ShiftKind.BLUR, "The camera moves quickly towards the object.");
  }

  @Override
  protected PictureTransform transform(Level level) {
    // The number of enlargements and the step between them; the first is by 1. Two numbers are one
    // higher than the originals' ranges look: in floating point those hold their end.
    double[] constants =
        level.pick(
            new double[][] {{7, .01}, {12, .01}, {16, .01}, {21, .01}, {26, .01}},
            new double[][] {{12, .01}, {16, .01}, {11, .02}, {13, .02}, {11, .03}});
    List<CentreZoom> zooms = new ArrayList<>();
    for (int i = 0; i < constants[0]; i++) {
      zooms.add(
          new CentreZoom(level.height(), level.width(), level.channels(), 1 + i * constants[1]));
    }
    float share = 1f / (zooms.size() + 1);
    return (picture, random) -> {
      float[] sum = picture.values().clone();
      zooms.forEach(zoom -> zoom.addTo(picture, sum));
      for (int i = 0; i < sum.length; i++) {
        sum[i] *= share;
      }
      return picture.with(sum);
    };
  }
}
