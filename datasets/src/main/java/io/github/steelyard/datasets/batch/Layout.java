package io.github.steelyard.datasets.batch;

/** The order in which a model wants an image's dimensions. */
public enum Layout {
  /** Channels, height, width. */
  NCHW,
  /** Height, width, channels: as images are stored. */
  NHWC,
  /** One dimension; also for tables. */
  FLAT
}
