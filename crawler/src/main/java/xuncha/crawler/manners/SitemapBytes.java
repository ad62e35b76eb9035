package xuncha.crawler.manners;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;

/// A sitemap file's bytes as XML or text, at most so many of them.
final class SitemapBytes {
  private final byte[] bytes;
  private final boolean whole;

  private SitemapBytes(byte[] bytes, boolean whole) {
    this.bytes = bytes;
    this.whole = whole;
  }

  /// Unpacks `sitemap.xml.gz`, whatever it is called.
  static SitemapBytes plain(byte[] raw, int most) throws IOException {
    var packed = raw.length > 2 && (raw[0] & 0xff) == 0x1f && (raw[1] & 0xff) == 0x8b;
    if (!packed) {
      return raw.length > most
          ? new SitemapBytes(Arrays.copyOf(raw, most), false)
          : new SitemapBytes(raw, true);
    }
    try (var unpacked = new GZIPInputStream(new ByteArrayInputStream(raw))) {
      var bytes = unpacked.readNBytes(most);
      return new SitemapBytes(bytes, unpacked.read() < 0);
    }
  }

  byte[] bytes() {
    return bytes;
  }

  /// Whether nothing was left out.
  boolean whole() {
    return whole;
  }
}
