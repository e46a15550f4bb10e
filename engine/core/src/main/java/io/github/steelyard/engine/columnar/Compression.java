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
    Configuration fastest = new Configuration(configuration);
    fastest.setInt(
        ZstandardCodec.PARQUET_COMPRESS_ZSTD_LEVEL,
        configuration.getInt(ZstandardCodec.PARQUET_COMPRESS_ZSTD_LEVEL, FASTEST));
    return new CodecFactory(fastest, RowGroup.PAGE_BYTES);
  }
}
