package io.github.steelyard.engine.columnar;

import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.CodecFactory;
import org.apache.parquet.hadoop.codec.ZstandardCodec;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/** How the pages of a file are compressed. */
public enum Compression {
  /**
   * For what hardly gets smaller: of float32 tensors the reading would take several times longer.
   */
  NONE(CompressionCodecName.UNCOMPRESSED),
  /** At its fastest level, unless the configuration names another. */
  ZSTANDARD(CompressionCodecName.ZSTD);

  private static final int FASTEST = 1;

  private final CompressionCodecName codec;

  Compression(CompressionCodecName codec) {
    this.codec = codec;
  }

  CompressionCodecName codec() {
    return codec;
  }

  static CodecFactory factory(Configuration configuration) {
    // Of an empty configuration: a copy of all that Hadoop's holds, thousands of entries for each
    // file, would take longer than a file of a few thousand rows.
    Configuration own = new Configuration(false);
    own.setInt(
        ZstandardCodec.PARQUET_COMPRESS_ZSTD_LEVEL,
        configuration.getInt(ZstandardCodec.PARQUET_COMPRESS_ZSTD_LEVEL, FASTEST));
    own.setInt(
        ZstandardCodec.PARQUET_COMPRESS_ZSTD_WORKERS,
        configuration.getInt(
            ZstandardCodec.PARQUET_COMPRESS_ZSTD_WORKERS,
            ZstandardCodec.DEFAULTPARQUET_COMPRESS_ZSTD_WORKERS));
    return new CodecFactory(own, RowGroup.PAGE_BYTES);
  }
}
