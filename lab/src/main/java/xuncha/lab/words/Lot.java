package xuncha.lab.words;

import java.util.ArrayList;
import java.util.List;

/// A drawing of lots that comes out the same for the same seed and keys, on every machine and in
/// any order of drawing different lots. Not thread-safe; make one where it is needed, they are
/// cheap.
public final class Lot {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private long state;

  private Lot(long state) {
    this.state = state;
  }

  /// The lots of `seed` for what `keys` name.
  public static Lot of(long seed, Object... keys) {
    var state = seed;
    for (var key : keys) {
      state = mix(state ^ (key.toString().hashCode() * GOLDEN));
    }
    return new Lot(state);
  }

  /// The next 64 bits (SplitMix64).
  public long bits() {
    state += GOLDEN;
    return mix(state);
  }

  /// A number from 0 up to but not including `bound`.
  public int below(int bound) {
    return (int) Long.remainderUnsigned(bits() >>> 1, bound);
  }

  /// A number from `least` to `most`, both included.
  public int between(int least, int most) {
    return least + below(most - least + 1);
  }

  /// True in `percent` of a hundred draws.
  public boolean chance(int percent) {
    return below(100) < percent;
  }

  /// One of `choices`.
  public <T> T one(List<T> choices) {
    return choices.get(below(choices.size()));
  }

  /// `choices` in another order.
  public <T> List<T> shuffled(List<T> choices) {
    var shuffled = new ArrayList<>(choices);
    for (var i = shuffled.size() - 1; i > 0; i--) {
      var other = below(i + 1);
      var kept = shuffled.get(i);
      shuffled.set(i, shuffled.get(other));
      shuffled.set(other, kept);
    }
    return shuffled;
  }

  /// `length` decimal digits, the first of which is not zero.
  public String digits(int length) {
    var digits = new StringBuilder(length).append((char) ('1' + below(9)));
    while (digits.length() < length) {
      digits.append((char) ('0' + below(10)));
    }
    return digits.toString();
  }

  /// `length` hexadecimal digits in capitals.
  public String hex(int length) {
    var hex = new StringBuilder(length);
    while (hex.length() < length) {
      hex.append("0123456789ABCDEF".charAt(below(16)));
    }
    return hex.toString();
  }

  private static long mix(long bits) {
    bits = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
    bits = (bits ^ (bits >>> 27)) * 0x94D049BB133111EBL;
    return bits ^ (bits >>> 31);
  }
}
