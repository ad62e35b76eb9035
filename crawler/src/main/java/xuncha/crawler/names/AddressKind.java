package xuncha.crawler.names;

import java.util.Locale;

/// What sort of address it is, by the special-purpose registries of IANA (RFC 6890 and its updates;
/// read for each range in the RFC named in [AddressRanges]).
public enum AddressKind {
  /// Globally routable unicast.
  GLOBAL("全球单播地址"),
  UNSPECIFIED("未指定地址"),
  LOOPBACK("环回地址"),
  PRIVATE("私有地址"),
  SHARED("运营商级 NAT 共享地址"),
  LINK_LOCAL("链路本地地址"),
  UNIQUE_LOCAL("唯一本地地址 (ULA)"),
  SITE_LOCAL("站点本地地址 (已废止)"),
  /// The address under which clouds hand out their machines' secrets.
  METADATA("云主机元数据地址"),
  /// `::ffff:0:0/96`: IPv4 in IPv6 dress.
  MAPPED("IPv4 映射地址"),
  /// `::/96`, deprecated.
  COMPATIBLE("IPv4 兼容地址 (已废止)"),
  /// `64:ff9b::/96`: an IPv4 address as a NAT64 shows it.
  NAT64("NAT64 转换地址"),
  SIX_TO_FOUR("6to4 过渡地址"),
  TEREDO("Teredo 过渡地址"),
  ORCHID("ORCHID 标识"),
  DOCUMENTATION("文档示例地址"),
  BENCHMARKING("基准测试地址"),
  DISCARD("黑洞地址"),
  MULTICAST("组播地址"),
  BROADCAST("广播地址"),
  /// Set aside by IETF for protocols, or not given out to anyone.
  RESERVED("保留地址");

  private final String zh;

  AddressKind(String zh) {
    this.zh = zh;
  }

  /// The word used in JSON and logs: `unique-local`.
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public String zh() {
    return zh;
  }

  /// The kind of `address`.
  public static AddressKind of(java.net.InetAddress address) {
    return AddressRanges.kind(address);
  }
}
