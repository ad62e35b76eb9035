package xuncha.lab.ipv6;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/// Home pages that change a little with every request, as real ones do: nonces, a clock, a visitor
/// counter, a carousel that begins elsewhere, numbers against caches.
final class Pages {
  private static final List<String> PLACES =
      List.of("青山", "临江", "云湖", "石桥", "白沙", "南岭", "东河", "金塘");
  private static final List<String> DEEDS = List.of("召开", "部署", "推进", "印发", "调研", "发布", "启动", "完成");
  private static final List<String> THINGS =
      List.of("乡村道路养护", "防汛值守", "义务教育招生", "医保经办", "营商环境评议", "林长制", "老旧小区改造", "就业援助");

  private static final AtomicInteger VISITORS = new AtomicInteger(10_234);

  private Pages() {}

  /// The home page of the town with that number.
  static String town(int number) {
    var fixed = new Random(number);
    var moving = new Random();
    var name = PLACES.get(number % PLACES.size()) + "县人民政府";
    var news = new ArrayList<String>();
    for (var i = 0; i < 24; i++) {
      var title =
          PLACES.get(fixed.nextInt(8))
              + "镇"
              + DEEDS.get(fixed.nextInt(8))
              + THINGS.get(fixed.nextInt(8))
              + "工作（第"
              + i
              + "期）";
      news.add("<li><a href=\"/xwzx/" + fixed.nextInt(100_000) + ".html\">" + title + "</a></li>");
    }
    var slides = new ArrayList<>(news.subList(0, 4));
    Collections.rotate(slides, moving.nextInt(4));
    var nonce = Long.toHexString(moving.nextLong());
    return """
    <!DOCTYPE html><html lang="zh"><head><meta charset="utf-8"><title>%s</title>
    <script nonce="%s">var t = "%s";</script><link rel="stylesheet" href="/css/main.css?v=%s"></head>
    <body><input type="hidden" name="csrf" value="%s"><h1>%s</h1>
    <p>今天是 %s</p><ul class="slides">%s</ul>
    <h2>政务动态</h2><ul>%s</ul>
    <p>您是第 %d 位访客</p></body></html>
    """
        .formatted(
            name,
            nonce,
            nonce,
            nonce,
            nonce,
            name,
            LocalDateTime.now(java.time.ZoneOffset.UTC),
            String.join("", slides),
            String.join("", news),
            VISITORS.incrementAndGet());
  }

  /// What a web server shows before anybody has set it up.
  static String unconfigured() {
    return "<!DOCTYPE html><html><head><title>Welcome to nginx!</title></head><body>"
        + "<h1>Welcome to nginx!</h1><p>If you see this page, the nginx web server is successfully"
        + " installed and working. Further configuration is required.</p></body></html>";
  }

  /// A page that has nothing to show.
  static String shell() {
    return "<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title></title></head>"
        + "<body><div id=\"app\"></div></body></html>";
  }

  /// What a server says when it fails.
  static String broken() {
    return "<html><head><title>500</title></head><body><h1>Internal Server Error</h1></body></html>";
  }
}
