package xuncha.crawler.probe.ipv6;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/// The same page is alike whatever moves on it; another page is not.
class LikenessTest {
  @Test
  void doesNotMindWhatChangesWithEveryRequest() {
    var one = page("a1b2", "2026年3月1日 08:00:01", "10234", 0, "");
    var other = page("ffee99", "2026年3月2日 17:23:59", "9", 3, "");
    assertThat(likeness(one, other)).isGreaterThan(0.99);
  }

  @Test
  void learnsFromASecondFetchWhatMovesByItself() {
    var over4 = of(page("a", "x", "1", 0, "今日推荐：青山湖的早晨和一段很长的介绍文字甲乙丙丁"));
    var over6 = of(page("a", "x", "1", 0, "今日推荐：云岭茶园采春茶的另一段很长的介绍文字戊己庚辛"));
    var again = of(page("a", "x", "1", 0, "今日推荐：石桥古镇的夜色和再一段很长的介绍文字壬癸子丑"));
    var without = over6.with(over4, Optional.empty()).orElseThrow();
    assertThat(over6.with(over4, Optional.of(again)).orElseThrow())
        .isGreaterThan(without)
        .isEqualTo(1.0);
  }

  @Test
  void isLowForAnotherPageAnEmptyOneAndAServersOwn() {
    var site = page("a", "x", "1", 0, "");
    assertThat(likeness(site, "<title>Welcome</title><h1>It works!</h1>")).isLessThan(0.1);
    assertThat(likeness(site, "<div id=app></div>")).isZero();
    assertThat(likeness(site, "<title>另一县人民政府</title><h1>别处的消息</h1>")).isLessThan(0.1);
  }

  @Test
  void saysNothingOfAPageThatIsNewEveryTime() {
    var over6 = of("<p>甲乙丙丁戊己庚辛</p>");
    var again = of("<p>子丑寅卯辰巳午未</p>");
    assertThat(over6.with(of("<p>天地玄黄宇宙洪荒</p>"), Optional.of(again))).isEmpty();
  }

  @Test
  void staysBetweenNothingAndOneAndDoesNotCareWhoComesFirst() {
    var random = new Random(11);
    for (var i = 0; i < 300; i++) {
      var one = of(noise(random));
      var other = of(noise(random));
      var likeness = one.with(other, Optional.empty()).orElseThrow();
      assertThat(likeness).isBetween(0.0, 1.0);
      assertThat(other.with(one, Optional.empty()).orElseThrow()).isCloseTo(likeness, within(1e-9));
      assertThat(one.with(one, Optional.of(one))).contains(1.0);
    }
  }

  private static double likeness(String one, String other) {
    return of(one).with(of(other), Optional.empty()).orElseThrow();
  }

  private static Likeness of(String html) {
    return Likeness.of(Jsoup.parse(html, "http://www.example.gov.cn/"));
  }

  private static String noise(Random random) {
    var pieces =
        new String[] {
          "<p>", "<a href='/x?y=1'>", "甲", "乙丙", " 12 ", "<script>", "</p>", "&#x0;", "<"
        };
    return IntStream.range(0, random.nextInt(30))
        .mapToObj(i -> pieces[random.nextInt(pieces.length)])
        .collect(Collectors.joining());
  }

  private static String page(
      String nonce, String clock, String visitors, int turned, String advice) {
    var slides = new ArrayList<String>();
    var titles = "春耕备耕 防汛演练 招生问答 医保新规 道路养护".split(" ", -1);
    for (var i = 0; i < titles.length; i++) {
      slides.add("<li><a href=/n/" + i + ".html?t=" + nonce + ">" + titles[i] + "</a></li>");
    }
    Collections.rotate(slides, turned);
    return "<title>某县人民政府</title><script nonce=%s>var n='%s'</script><input type=hidden value=%s><h1>某县人民政府</h1><p>%s</p><ul>%s</ul><p>您是第%s位访客</p><p>%s</p>"
        .formatted(nonce, nonce, nonce, clock, String.join("", slides), visitors, advice);
  }
}
