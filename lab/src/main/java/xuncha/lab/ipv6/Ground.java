package xuncha.lab.ipv6;

/// Where the laboratory stands: which addresses its sites may have.
public enum Ground {
  /// The loopback interface as every machine has it: one address a family.
  LOOPBACK {
    @Override
    String address6(int which) {
      return "::1";
    }

    @Override
    String address4(int which) {
      return "127.0.0.1";
    }
  },
  /// A network namespace of its own, where `2a0e:b107::1` to `::ff` and `45.11.0.0/24` are on the
  /// loopback interface, and nothing else is anywhere.
  NAMESPACE {
    @Override
    String address6(int which) {
      return "2a0e:b107::" + Integer.toHexString(1 + which % 0xff);
    }

    @Override
    String address4(int which) {
      return "45.11.0." + (1 + which % 250);
    }
  };

  /// There is no route to this address; namespace only.
  static final String NOWHERE = "2a0e:dead::1";

  /// The IPv6 address with that number, where there are several.
  abstract String address6(int which);

  /// Likewise for IPv4.
  abstract String address4(int which);
}
