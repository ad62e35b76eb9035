import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import us.codecraft.webmagic.Page;
import us.codecraft.webmagic.Site;
import us.codecraft.webmagic.Spider;
import us.codecraft.webmagic.processor.PageProcessor;

/// Crawls the sites of the benchmark with WebMagic, several times, as every contender of the
/// JVM does: the last time is measured. Arguments: file of home pages, port, pages per
/// site. Prints one line: RESULT and its figures.
public final class WebMagicContender implements PageProcessor {
  private static final Pattern FILES =
      Pattern.compile(
          "(?i)\\.(?:docx?|xlsx?|pptx?|pdf|zip|rar|wps|jpe?g|png|gif|ico|css|js|xml|json|mp[34])(?:$|\\?)");
  private static final String DAY = "20\\d\\d\\s*[-/.年]\\s*\\d{1,2}\\s*[-/.月]\\s*\\d{1,2}";
  private static final Pattern DATE = Pattern.compile(DAY);

  /// What may be an entry of a list: what holds no other of its kind.
  private static final String ENTRIES = "li:not(:has(li)), tr:not(:has(tr)), dd:not(:has(dd))";

  private final AtomicInteger pages = new AtomicInteger();
  private final AtomicLong bytes = new AtomicLong();
  private final AtomicLong links = new AtomicLong();
  private final AtomicLong dates = new AtomicLong();
  private final Map<String, AtomicInteger> taken = new ConcurrentHashMap<>();
  private final Map<String, Boolean> seen = new ConcurrentHashMap<>();
  private final String port;
  private final int most;

  private WebMagicContender(String port, int most) {
    this.port = port;
    this.most = most;
  }

  public static void main(String[] args) throws Exception {
    var homes = Files.readAllLines(Path.of(args[0])).toArray(String[]::new);
    var cold = 0L;
    var before = 0L;
    for (var round = 0; round < Integer.getInteger("bench.warm", 0); round++) {
      crawl(homes, args);
      before = cpuMs();
      cold = round == 0 ? before : cold;
    }
    var began = System.nanoTime();
    var contender = crawl(homes, args);
    var wall = (System.nanoTime() - began) / 1_000_000;
    System.out.println(
        "RESULT pages=%d bytes=%d links=%d dates=%d cpuMs=%d coldMs=%d peakKb=%d wallMs=%d"
            .formatted(
                contender.pages.get(),
                contender.bytes.get(),
                contender.links.get(),
                contender.dates.get(),
                cpuMs() - before,
                cold == 0 ? cpuMs() : cold,
                peak(),
                wall));
    System.exit(0);
  }

  private static WebMagicContender crawl(String[] homes, String[] args) {
    var contender = new WebMagicContender(args[1], Integer.parseInt(args[2]));
    for (var home : homes) {
      contender.admits(home);
    }
    // no delay: its scheduler sleeps for half a minute where it misses the last page's signal, and the
    // compilers, which nobody else gives that time, finish meanwhile
    var spider = Spider.create(contender).addUrl(homes).thread(50);
    spider.setEmptySleepTime(100);
    spider.run();
    return contender;
  }

  private static long cpuMs() {
    return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toMillis();
  }

  @Override
  public void process(Page page) {
    pages.incrementAndGet();
    bytes.addAndGet(page.getBytes().length);
    dates.addAndGet(DATE.matcher(page.getRawText()).find() ? 1 : 0);
    for (var entry : page.getHtml().css(ENTRIES).nodes()) {
      var dated = entry.regex("(" + DAY + ")").match() && entry.links().match();
      dates.addAndGet(dated ? 1 : 0);
    }
    var host = URI.create(page.getUrl().get()).getHost();
    for (var found : page.getHtml().links().all()) {
      links.incrementAndGet();
      var url = found.split("#", 2)[0];
      if (url.startsWith("http://" + host) && !FILES.matcher(url).find()) {
        var here = url.replaceFirst("^http://" + host + "(:\\d+)?", "http://" + host + ":" + port);
        if (admits(here)) {
          page.addTargetRequest(here);
        }
      }
    }
    page.setSkip(true);
  }

  private boolean admits(String url) {
    if (seen.putIfAbsent(url, true) != null) {
      return false;
    }
    var host = URI.create(url).getHost();
    return taken.computeIfAbsent(host, _ -> new AtomicInteger()).incrementAndGet() <= most;
  }

  @Override
  public Site getSite() {
    return Site.me().setSleepTime(0).setRetryTimes(0).setCycleRetryTimes(0).setDisableCookieManagement(true);
  }

  private static long peak() throws Exception {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("VmHWM"))
        .map(line -> line.replaceAll("\\D", ""))
        .mapToLong(Long::parseLong)
        .findFirst()
        .orElse(0);
  }
}
