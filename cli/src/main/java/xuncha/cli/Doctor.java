package xuncha.cli;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import xuncha.crawler.fetch.Ask;
import xuncha.crawler.fetch.Exchange;
import xuncha.crawler.fetch.FetchSettings;
import xuncha.crawler.fetch.Fetcher;
import xuncha.crawler.manners.HostGate;
import xuncha.crawler.manners.Pace;
import xuncha.crawler.names.AddressGuard;
import xuncha.crawler.names.Family;
import xuncha.crawler.names.IpLiteral;
import xuncha.crawler.names.Resolution;
import xuncha.crawler.names.Resolver;
import xuncha.crawler.render.BrowserPool;
import xuncha.crawler.render.BrowserSettings;
import xuncha.crawler.render.Chromium;
import xuncha.crawler.render.Drawn;
import xuncha.findings.store.Ledger;
import xuncha.findings.store.StoreFailure;

/// Says what this machine can and cannot measure, and how to mend it.
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    description = "本机能测什么、不能测什么 · what this machine can and cannot measure")
final class Doctor implements Callable<Integer> {
  private static final long ROOM_WANTED = 5L << 30;
  private static final Duration SKEW_ALLOWED = Duration.ofMinutes(2);
  private static final String NO_BROWSER =
      "apt-get install chromium-headless-shell fonts-noto-cjk；此前需要浏览器的检查无法判定";

  @Spec private CommandSpec spec;
  @Mixin private Options options;

  @Option(
      names = "--control",
      paramLabel = "HOST",
      description = "用于核对解析和时钟的网站 (default: ${DEFAULT-VALUE})",
      defaultValue = "www.gov.cn")
  private String control = "www.gov.cn";

  /// One line of the diagnosis.
  ///
  /// @param good whether it can be relied on
  /// @param what what was looked at
  /// @param says what was seen
  /// @param remedy how to mend it; empty when it is good
  private record Diagnosis(boolean good, String what, String says, String remedy) {
    static Diagnosis good(String what, String says) {
      return new Diagnosis(true, what, says, "");
    }

    static Diagnosis bad(String what, String says, String remedy) {
      return new Diagnosis(false, what, says, remedy);
    }
  }

  @Override
  public Integer call() {
    var clock = InstantSource.system();
    var settings = options.settings();
    var all = new ArrayList<Diagnosis>();
    all.add(Diagnosis.good("Java", Runtime.version().toString()));
    all.add(disk(settings.folder()));
    all.add(store(settings, clock));
    all.addAll(network(clock));
    all.add(ipv6());
    all.add(browser(settings.browser(), clock));
    all.forEach(this::print);
    var bad = all.stream().filter(diagnosis -> !diagnosis.good()).count();
    spec.commandLine()
        .getOut()
        .println(bad == 0 ? "一切正常。" : bad + " 项需要处理；在此之前，相关检查记为“无法判定”，不会误判网站。");
    return ExitStatus.DONE;
  }

  private void print(Diagnosis diagnosis) {
    var out = spec.commandLine().getOut();
    var terminal = Terminal.on(out);
    var mark =
        diagnosis.good()
            ? terminal.paint(Terminal.Paint.GOOD, "可用")
            : terminal.paint(Terminal.Paint.UNSURE, "不可用");
    out.println(
        Terminal.padded(diagnosis.what(), 12) + mark + "  " + Terminal.safe(diagnosis.says()));
    if (!diagnosis.good()) {
      out.println(" ".repeat(12) + "→ " + diagnosis.remedy());
    }
  }

  private static Diagnosis disk(Path folder) {
    try {
      Files.createDirectories(folder);
      var free = Files.getFileStore(folder).getUsableSpace();
      var says = folder + "，剩余 " + (free >> 30) + " GiB";
      return free < ROOM_WANTED
          ? Diagnosis.bad("磁盘", says, "腾出 " + (ROOM_WANTED >> 30) + " GiB 以上空间，或用 --out 换一个目录")
          : Diagnosis.good("磁盘", says);
    } catch (IOException unusable) {
      return Diagnosis.bad("磁盘", unusable.toString(), "检查目录权限，或用 --out 换一个目录");
    }
  }

  private static Diagnosis store(Settings settings, InstantSource clock) {
    try (var ledger = Ledger.open(settings.jdbcUrl(), clock)) {
      return Diagnosis.good(
          "记录库", Ledger.shown(settings.jdbcUrl()) + "，已有巡查 " + ledger.runs().size() + " 次");
    } catch (StoreFailure unusable) {
      return Diagnosis.bad(
          "记录库", String.valueOf(unusable.getMessage()), "检查 --store 的地址、权限，或是否有另一个 xuncha 正在使用");
    }
  }

  private List<Diagnosis> network(InstantSource clock) {
    var profile = options.network();
    var resolver = new Resolver(profile, clock);
    var named =
        switch (resolver.resolve(control, Family.IPV4)) {
          case Resolution.Found found ->
              Diagnosis.good("域名解析", control + " → " + found.addresses());
          case Resolution.Failed failed ->
              Diagnosis.bad(
                  "域名解析",
                  control + "：" + failed.why().kind().zh(),
                  "检查 /etc/resolv.conf 和出口防火墙（UDP、TCP 53）");
        };
    if (!named.good()) {
      return List.of(named, Diagnosis.bad("时钟", "无法核对", "先恢复域名解析"));
    }
    try (var fetcher =
        new Fetcher(
            profile,
            resolver,
            new AddressGuard(profile),
            FetchSettings.defaults(),
            new HostGate(Pace.defaults(), clock),
            clock)) {
      var ask = new Ask("http://" + control + "/", "HEAD", java.util.Map.of(), Ask.Why.LINK, 1024);
      return List.of(named, clock(fetcher.exchange(ask), clock.instant()));
    }
  }

  private static Diagnosis clock(Exchange exchange, Instant now) {
    return switch (exchange) {
      case Exchange.Answered answered ->
          answered
              .header("date")
              .flatMap(Doctor::httpDate)
              .map(theirs -> clock(Duration.between(theirs, now).abs()))
              .orElse(Diagnosis.bad("时钟", "对方未给出时间", "用 --control 换一个网站核对"));
      case Exchange.Failed failed ->
          Diagnosis.bad("时钟", "无法核对：" + failed.why().kind().zh(), "检查出口网络");
    };
  }

  private static Diagnosis clock(Duration skew) {
    return skew.compareTo(SKEW_ALLOWED) > 0
        ? Diagnosis.bad("时钟", "与对照网站相差 " + skew.toSeconds() + " 秒", "启用 NTP 校时")
        : Diagnosis.good("时钟", "与对照网站相差 " + skew.toSeconds() + " 秒");
  }

  private static Optional<Instant> httpDate(String text) {
    try {
      return Optional.of(
          ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeParseException notADate) {
      return Optional.empty();
    }
  }

  private static Diagnosis ipv6() {
    try {
      var global =
          NetworkInterface.networkInterfaces()
              .flatMap(NetworkInterface::inetAddresses)
              .filter(Doctor::isGlobalIpv6)
              .map(IpLiteral::text)
              .findFirst();
      return global
          .map(address -> Diagnosis.good("IPv6", "本机地址 " + address))
          .orElse(
              Diagnosis.bad(
                  "IPv6", "本机没有全球可路由的 IPv6 地址", "向网络管理员申请 IPv6；此前 ipv6 检查只能判断有无 AAAA 记录"));
    } catch (SocketException unreadable) {
      return Diagnosis.bad("IPv6", unreadable.toString(), "检查网络接口");
    }
  }

  private static boolean isGlobalIpv6(InetAddress address) {
    return address instanceof Inet6Address six
        && !six.isLoopbackAddress()
        && !six.isLinkLocalAddress()
        && !six.isSiteLocalAddress()
        && (six.getAddress()[0] & 0xe0) == 0x20;
  }

  /// Starts it and has it draw a page, for a program that is there need not run.
  private static Diagnosis browser(BrowserSettings settings, InstantSource clock) {
    if (!settings.use()) {
      return Diagnosis.bad("浏览器", "设置为不使用", "去掉 --no-browser，或将设置 browser.use 改为 true");
    }
    var found = Chromium.find(settings.path(), System.getenv());
    if (found.isEmpty()) {
      return Diagnosis.bad("浏览器", "没有 Chromium", NO_BROWSER);
    }
    var program = found.get().program().toString();
    try (var pool = new BrowserPool(found.get(), settings, "xuncha", clock)) {
      return switch (pool.trial()) {
        case Drawn.Shown _ ->
            Diagnosis.good("浏览器", program + (found.get().sandboxed() ? "" : "（以 root 运行，无沙箱）"));
        case Drawn.Lost lost ->
            Diagnosis.bad("浏览器", program + "：" + lost.why().detail(), NO_BROWSER);
      };
    }
  }
}
