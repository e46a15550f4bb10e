package io.github.steelyard.datasets.prepare;

import io.github.steelyard.datasets.source.SourceStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/** SHA-256 over values in an order, each with its length, so that no two sequences are alike. */
final class CanonicalDigest {
  private final MessageDigest digest = SourceStream.sha256();
  private final DataOutputStream out =
      new DataOutputStream(new DigestOutputStream(OutputStream.nullOutputStream(), digest));

  CanonicalDigest add(long value) {
    try {
      out.writeLong(value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  CanonicalDigest add(double value) {
    return add(Double.doubleToLongBits(value));
  }

  CanonicalDigest add(@Nullable String text) {
    return text == null ? add(-1) : add(text.getBytes(StandardCharsets.UTF_8));
  }

  CanonicalDigest add(Iterable<String> texts) {
    long count = 0;
    for (String text : texts) {
      add(text);
      count++;
    }
    return add(count);
  }

  /** Bytes that tell their own length: none of what may stand here begins another. */
  CanonicalDigest addWhole(byte[] bytes) {
    digest.update(bytes);
    return this;
  }

  CanonicalDigest add(byte[] bytes) {
    return add(bytes, 0, bytes.length);
  }

  CanonicalDigest add(byte[] bytes, int offset, int length) {
    add(length);
    digest.update(bytes, offset, length);
    return this;
  }

  byte[] finish() {
    return digest.digest();
  }
}
