package io.github.steelyard.datasets.shift.image;

import io.github.steelyard.datasets.shift.InputTransform;
import io.github.steelyard.datasets.shift.Shift;
import io.github.steelyard.datasets.shift.ShiftInputs;
import io.github.steelyard.datasets.shift.ShiftKind;
import io.github.steelyard.engine.data.Shape;
import io.github.steelyard.engine.data.TensorType;
import java.util.Optional;

/** A shift of uint8 images with one or three channels. */
public abstract class ImageShift implements Shift {
  private final String name;
  private final ShiftKind kind;
  private final String description;

  protected ImageShift(String name, ShiftKind kind, String description) {
    this.name = name;
    this.kind = kind;
    this.description = description;
  }

  /** The corruption at one level; made once for each task. */
  protected abstract PictureTransform transform(Level level);

  @Override
  public final String name() {
    return name;
  }

  @Override
  public final ShiftKind kind() {
    return kind;
  }

  @Override
  public final String description() {
    return description;
  }

  @Override
  public final boolean inImageNetC() {
    return kind != ShiftKind.GEOMETRY && kind != ShiftKind.TONE;
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public final Optional<String> refusal(TensorType type, Shape shape) {
    boolean image =
        type == TensorType.UINT8
            && shape.rank() == 3
            && (shape.extent(2) == 1 || shape.extent(2) == 3);
    return image
        ? Optional.empty()
        : Optional.of(
            "expected uint8 images [height, width, 1 or 3]. Found: "
                + type
                + " inputs of "
                + shape);
  }

  @Override
  public final InputTransform at(int severity, ShiftInputs inputs) {
    check(severity, inputs);
    Shape shape = inputs.shape();
    int height = Math.toIntExact(shape.extent(0));
    int width = Math.toIntExact(shape.extent(1));
    int channels = Math.toIntExact(shape.extent(2));
    PictureTransform transform = transform(new Level(severity, height, width, channels));
    return (input, random) ->
        transform.apply(Picture.of(input, height, width, channels), random).bytes();
  }
}
