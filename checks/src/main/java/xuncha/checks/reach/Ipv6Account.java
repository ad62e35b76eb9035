package xuncha.checks.reach;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import xuncha.findings.visit.DnsQuery;
import xuncha.findings.visit.Failure;
import xuncha.findings.visit.Ipv6Trace;
import xuncha.findings.visit.Ipv6Trace.Delegation;
import xuncha.findings.visit.Ipv6Trace.Depth;
import xuncha.findings.visit.Ipv6Trace.Hop;
import xuncha.findings.visit.Ipv6Trace.Lookup;
import xuncha.findings.visit.Ipv6Trace.Proof;
import xuncha.findings.visit.Ipv6Trace.Try;

/// A trace told line by line, in the order in which things happened, for whoever runs the site.
/// Chinese, plain text; indented by two spaces a level.
public final class Ipv6Account {
  private final List<String> lines = new ArrayList<>();

  private Ipv6Account() {}

  /// The lines.
  public static List<String> of(Ipv6Trace trace) {
    var account = new Ipv6Account();
    account.tell(trace);
    return List.copyOf(account.lines);
  }

  /// One query of the transcript in one line.
  static String query(DnsQuery query) {
    var answers = query.answers().isEmpty() ? "" : "：" + String.join("；", query.answers());
    var notes = query.notes().isEmpty() ? "" : "［" + String.join("；", query.notes()) + "］";
    return "%s %s @%s %s → %s，%d ms%s%s"
        .formatted(
            query.name(),
            query.type(),
            query.server(),
            query.transport(),
            query.status(),
            query.tookMs(),
            answers,
            notes);
  }

  private void tell(Ipv6Trace trace) {
    line(0, "IPv6 检测：" + trace.url());
    sight(trace.sight().before(), "监测点");
    trace.sight().after().ifPresent(after -> sight(after, "监测点复核"));
    line(0, "1. 域名解析");
    trace.lookups().forEach(this::lookup);
    trace.delegation().ifPresent(this::delegation);
    line(0, "2. 访问首页（IPv6）");
    if (trace.tries().isEmpty()) {
      line(1, "未进行");
    }
    trace.tries().forEach(this::way);
    trace
        .over4()
        .ifPresent(four -> {
          line(0, "3. 对照（IPv4）");
          way(four);
        });
    depth("4. 二级链接", trace.second());
    depth("5. 三级链接", trace.third());
  }

  private void sight(Proof proof, String what) {
    line(0, what + "：" + (proof.works() ? "本机 IPv6 可用" : "本机 IPv6 不可用，不作连接判断"));
    for (var control : proof.controls()) {
      line(
          1,
          "%s %s：%s"
              .formatted(
                  control.target(),
                  control.address(),
                  control.failure().map(Ipv6Account::failure).orElse("可达")));
    }
  }

  private void lookup(Lookup lookup) {
    line(
        1,
        lookup.host()
            + " AAAA："
            + lookup
                .fault()
                .map(fault -> "无（" + fault.id() + "，" + fault.kind().zh() + "）")
                .orElse("有"));
    if (!lookup.aliases().isEmpty()) {
      line(2, "别名：" + String.join(" → ", lookup.aliases()));
    }
    for (var address : lookup.addresses()) {
      line(
          2,
          address.address() + (address.service() ? "" : "：" + address.kind() + "，不能作为 IPv6 服务地址"));
    }
    lookup.transcript().forEach(query -> line(2, query(query)));
  }

  private void delegation(Delegation delegation) {
    if (delegation.fault().isPresent()) {
      line(1, "域名服务器：未能查明（" + delegation.fault().get().id() + "）");
      return;
    }
    line(1, "区 " + delegation.zone() + " 的域名服务器：");
    for (var server : delegation.servers()) {
      var answers = server.answers().map(yes -> yes ? "，IPv6 查询有应答" : "，IPv6 查询无应答").orElse("");
      line(
          2,
          server.name()
              + " "
              + (server.addresses().isEmpty()
                  ? "无 AAAA" + server.fault().map(fault -> "（" + fault.id() + "）").orElse("")
                  : String.join("、", server.addresses()) + answers));
    }
  }

  private void way(Try way) {
    line(
        1,
        way.address()
            + "："
            + way.stopped()
                .map(stage ->
                    "止于" + stage.zh() + "：" + way.failure().map(Ipv6Account::failure).orElse(""))
                .orElse("成功"));
    way.hops().forEach(hop -> line(2, hop(hop)));
    way.page()
        .ifPresent(page ->
            line(
                2,
                "页面："
                    + page.title()
                    + "，可见文字 "
                    + page.characters()
                    + " 字"
                    + way.likeness()
                        .map(likeness -> String.format(Locale.ROOT, "，与 IPv4 页面相似度 %.2f", likeness))
                        .orElse("")));
  }

  private static String hop(Hop hop) {
    return "%s @%s TCP %s，TLS %s，首字节 %s，共 %d ms → %s"
        .formatted(
            hop.url(),
            hop.address(),
            ms(hop, hop.connectMs()),
            hop.tlsMs() == 0 ? "无" : ms(hop, hop.tlsMs()),
            ms(hop, hop.firstByteMs()),
            hop.totalMs(),
            hop.failure()
                .map(Ipv6Account::failure)
                .orElse("HTTP " + hop.status() + "，" + hop.bytes() + " 字节"));
  }

  private static String ms(Hop hop, long time) {
    if (time >= 0) {
      return time + " ms";
    }
    return hop.failure().isPresent() ? "未完成" : "未计时";
  }

  private void depth(String what, Optional<Depth> depth) {
    if (depth.isEmpty()) {
      return;
    }
    line(
        0,
        what
            + "：共 %d 条，IPv6 支持率 %s"
                .formatted(
                    depth.get().links(),
                    depth
                        .get()
                        .share()
                        .map(share -> String.format(Locale.ROOT, "%.0f%%", share * 100))
                        .orElse("未知")));
    for (var host : depth.get().hosts()) {
      line(
          1,
          "%s：%d 条，抽查 %d 条，可达 %d 条%s"
              .formatted(
                  host.host(),
                  host.links(),
                  host.sampled(),
                  host.reached(),
                  host.failure().map(why -> "（" + failure(why) + "）").orElse("")));
    }
  }

  private static String failure(Failure failure) {
    return failure.kind().zh() + (failure.detail().isEmpty() ? "" : "：" + failure.detail());
  }

  private void line(int level, String text) {
    lines.add("  ".repeat(level) + text);
  }
}
