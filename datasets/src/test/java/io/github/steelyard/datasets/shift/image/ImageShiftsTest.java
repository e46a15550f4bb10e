package io.github.steelyard.datasets.shift.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.steelyard.datasets.shift.Shift;
import io.github.steelyard.datasets.shift.ShiftContract;
import io.github.steelyard.datasets.shift.ShiftKind;
import io.github.steelyard.datasets.shift.Shifts;
import io.github.steelyard.datasets.shift.image.blur.DefocusBlur;
import io.github.steelyard.datasets.shift.image.blur.GlassBlur;
import io.github.steelyard.datasets.shift.image.blur.MotionBlur;
import io.github.steelyard.datasets.shift.image.blur.ZoomBlur;
import io.github.steelyard.datasets.shift.image.digital.Contrast;
import io.github.steelyard.datasets.shift.image.digital.Inversion;
import io.github.steelyard.datasets.shift.image.digital.JpegCompression;
import io.github.steelyard.datasets.shift.image.digital.Pixelate;
import io.github.steelyard.datasets.shift.image.geometric.ElasticTransform;
import io.github.steelyard.datasets.shift.image.geometric.Rotation;
import io.github.steelyard.datasets.shift.image.geometric.Scaling;
import io.github.steelyard.datasets.shift.image.geometric.Translation;
import io.github.steelyard.datasets.shift.image.noise.GaussianNoise;
import io.github.steelyard.datasets.shift.image.noise.ImpulseNoise;
import io.github.steelyard.datasets.shift.image.noise.ShotNoise;
import io.github.steelyard.datasets.shift.image.weather.Brightness;
import io.github.steelyard.datasets.shift.image.weather.Fog;
import io.github.steelyard.datasets.shift.image.weather.Frost;
import io.github.steelyard.datasets.shift.image.weather.Snow;
import io.github.steelyard.engine.data.Shape;
import java.util.Arrays;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Each shift of images under the contract, with what can be said of it by hand. */
class ImageShiftsTest {
  private static final Shape GREY = Shape.of(40, 40, 1);

  @Test
  void everyShiftIsTestedHere() {
    assertThat(
            Shifts.all().stream()
                .filter(shift -> shift.kind() != ShiftKind.TABLE)
                .map(shift -> shift.getClass().getSimpleName()))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(ImageShiftsTest.class.getDeclaredClasses())
                .map(Class::getSimpleName)
                .map(name -> name.substring(2))
                .toList());
  }

  @Nested
  class OfGaussianNoise extends ShiftContract {
    @Override
    protected Shift shift() {
      return new GaussianNoise();
    }

    @Test
    void itsDeviationIsTheLevels() {
      byte[] grey = new byte[1600];
      Arrays.fill(grey, (byte) 128);
      double square = 0;
      for (int i = 0; i < 50; i++) {
        for (byte value : transform(5, GREY).apply(grey, random("id" + i))) {
          square += Math.pow((value & 0xff) - 128, 2);
        }
      }
      // 80,000 values: the deviation's own standard error is 0.25 %.
      double deviation = Math.sqrt(square / 80_000) / 255;
      assertThat(deviation).isBetween(.10 * .985, .10 * 1.015);
    }
  }

  @Nested
  class OfShotNoise extends ShiftContract {
    @Override
    protected Shift shift() {
      return new ShotNoise();
    }

    @Test
    void theMeanStaysAndTheVarianceIsTheMeansOverThePhotons() {
      byte[] grey = new byte[1600];
      Arrays.fill(grey, (byte) 102);
      double sum = 0;
      double square = 0;
      for (int i = 0; i < 50; i++) {
        for (byte value : transform(5, GREY).apply(grey, random("id" + i))) {
          sum += (value & 0xff) / 255.0;
          square += Math.pow((value & 0xff) / 255.0 - .4, 2);
        }
      }
      assertThat(sum / 80_000).isBetween(.398, .402);
      assertThat(square / 80_000).isBetween(.4 / 50 * .97, .4 / 50 * 1.03);
    }
  }

  @Nested
  class OfImpulseNoise extends ShiftContract {
    @Override
    protected Shift shift() {
      return new ImpulseNoise();
    }

    @Test
    void theShareOfBrokenValuesIsTheLevels() {
      byte[] grey = new byte[1600];
      Arrays.fill(grey, (byte) 128);
      int black = 0;
      int white = 0;
      for (int i = 0; i < 50; i++) {
        for (byte value : transform(5, GREY).apply(grey, random("id" + i))) {
          black += value == 0 ? 1 : 0;
          white += value == -1 ? 1 : 0;
        }
      }
      assertThat(black / 80_000.0).isBetween(.032, .038);
      assertThat(white / 80_000.0).isBetween(.032, .038);
    }
  }

  @Nested
  class OfDefocusBlur extends ShiftContract {
    @Override
    protected Shift shift() {
      return new DefocusBlur();
    }
  }

  @Nested
  class OfGlassBlur extends ShiftContract {
    @Override
    protected Shift shift() {
      return new GlassBlur();
    }
  }

  @Nested
  class OfMotionBlur extends ShiftContract {
    @Override
    protected Shift shift() {
      return new MotionBlur();
    }
  }

  @Nested
  class OfZoomBlur extends ShiftContract {
    @Override
    protected Shift shift() {
      return new ZoomBlur();
    }
  }

  @Nested
  class OfSnow extends ShiftContract {
    @Override
    protected Shift shift() {
      return new Snow();
    }
  }

  @Nested
  class OfFrost extends ShiftContract {
    @Override
    protected Shift shift() {
      return new Frost();
    }
  }

  @Nested
  class OfFog extends ShiftContract {
    @Override
    protected Shift shift() {
      return new Fog();
    }
  }

  @Nested
  class OfBrightness extends ShiftContract {
    @Override
    protected Shift shift() {
      return new Brightness();
    }
  }

  @Nested
  class OfContrast extends ShiftContract {
    @Override
    protected Shift shift() {
      return new Contrast();
    }
  }

  @Nested
  class OfElasticTransform extends ShiftContract {
    @Override
    protected Shift shift() {
      return new ElasticTransform();
    }

    @Override
    protected boolean risesByDistance() {
      return false;
    }
  }

  @Nested
  class OfPixelate extends ShiftContract {
    @Override
    protected Shift shift() {
      return new Pixelate();
    }
  }

  @Nested
  class OfJpegCompression extends ShiftContract {
    @Override
    protected Shift shift() {
      return new JpegCompression();
    }
  }

  @Nested
  class OfRotation extends ShiftContract {
    @Override
    protected Shift shift() {
      return new Rotation();
    }
  }

  @Nested
  class OfTranslation extends ShiftContract {
    @Override
    protected Shift shift() {
      return new Translation();
    }
  }

  @Nested
  class OfScaling extends ShiftContract {
    @Override
    protected Shift shift() {
      return new Scaling();
    }
  }

  @Nested
  class OfInversion extends ShiftContract {
    @Override
    protected Shift shift() {
      return new Inversion();
    }

    @Test
    void atItsStrongestItIsTheNegative() {
      byte[] input = picture(GREY, 1);
      byte[] output = transform(5, GREY).apply(input, random("a"));
      for (int i = 0; i < input.length; i++) {
        assertThat(output[i] & 0xff).isEqualTo(255 - (input[i] & 0xff));
      }
    }
  }
}
