package io.github.steelyard.datasets.duplicate;

import java.nio.ByteBuffer;
import org.apache.commons.codec.digest.MurmurHash3;

/** Keys of bands: 64 bits of MurmurHash3, in which the band's number has a part. */
final class BandKeys {
  private BandKeys() {}

  static long of(int band, byte[] content) {
    byte[] whole =
        ByteBuffer.allocate(Integer.BYTES + content.length).putInt(band).put(content).array();
    return MurmurHash3.hash128x64(whole)[0];
  }
}
