package io.github.steelyard.datasets.shift.image.digital;

import com.google.auto.service.AutoService;
import io.github.steelyard.datasets.shift.Shift;
import io.github.steelyard.datasets.shift.ShiftKind;
import io.github.steelyard.datasets.shift.image.BoxResize;
import io.github.steelyard.datasets.shift.image.ImageShift;
import io.github.steelyard.datasets.shift.image.Level;
import io.github.steelyard.datasets.shift.image.PictureTransform;

/** Made smaller and large again, with boxes. */
@AutoService(Shift.class)
public final class Pixelate extends ImageShift {
  public Pixelate() {
    super("pixelate", ShiftKind.DIGITAL, "The image was stored with fewer pixels.");
  }

  @Override
  protected PictureTransform transform(Level level) {
    double share =
        level.pick(new double[] {.95, .9, .85, .75, .65}, new double[] {.6, .5, .4, .3, .25});
    int height = Math.max(1, (int) (level.height() * share));
    int width = Math.max(1, (int) (level.width() * share));
    return (picture, random) ->
        BoxResize.of(BoxResize.of(picture, height, width), level.height(), level.width());
  }
}
