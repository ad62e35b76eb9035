package xuncha.crawler.read;

import xuncha.findings.visit.TextSignature;

/// A 64-bit similarity hash over shingles of four characters, white space left out. The counts of
/// all 64 bits are kept as eight lanes in each of eight longs, so that a shingle costs eight
/// additions and not sixty-four.
final class Simhash {
  private static final int SHINGLE = 4;

  /// Longer texts are like one another when their first part is.
  private static final int LIMIT = 60_000;

  private static final long[] SPREAD = spread();

  private final long[] lanes = new long[8];
  private final int[] counts = new int[64];
  private int pending;
  private int shingles;

  private Simhash() {}

  /// The signature of a text.
  static TextSignature of(CharSequence text) {
    return new Simhash().read(text);
  }

  private TextSignature read(CharSequence text) {
    var length = 0;
    var window = 0L;
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      if (c <= ' ' || c == '\u3000' || c == '\u00A0') {
        continue;
      }
      length++;
      window = (window << 16) | c;
      if (length >= SHINGLE && length < LIMIT) {
        add(mix(window));
      }
    }
    if (length > 0 && length < SHINGLE) {
      add(mix(window));
    }
    flush();
    var hash = 0L;
    for (var bit = 0; bit < 64; bit++) {
      hash |= counts[bit] * 2 > shingles ? 1L << bit : 0;
    }
    return new TextSignature(length, hash);
  }

  private void add(long hash) {
    for (var lane = 0; lane < 8; lane++) {
      lanes[lane] += SPREAD[(int) (hash >>> (lane * 8)) & 0xFF];
    }
    shingles++;
    if (++pending == 255) {
      flush();
    }
  }

  private void flush() {
    for (var lane = 0; lane < 8; lane++) {
      for (var bit = 0; bit < 8; bit++) {
        counts[lane * 8 + bit] += (int) (lanes[lane] >>> (bit * 8)) & 0xFF;
      }
      lanes[lane] = 0;
    }
    pending = 0;
  }

  /// The finaliser of MurmurHash3: every input bit reaches every output bit.
  private static long mix(long x) {
    var z = (x ^ (x >>> 33)) * 0xff51afd7ed558ccdL;
    z = (z ^ (z >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return z ^ (z >>> 33);
  }

  private static long[] spread() {
    var spread = new long[256];
    for (var value = 0; value < 256; value++) {
      for (var bit = 0; bit < 8; bit++) {
        spread[value] |= ((value >> bit) & 1L) << (bit * 8);
      }
    }
    return spread;
  }
}
