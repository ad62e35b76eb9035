package xuncha.crawler.probe.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import xuncha.crawler.Deed;
import xuncha.crawler.fetch.Ask;
import xuncha.crawler.fetch.Body;
import xuncha.crawler.fetch.Exchange;
import xuncha.crawler.fetch.FormText.Pair;
import xuncha.crawler.render.BrowserPool;
import xuncha.crawler.render.BrowserSettings;
import xuncha.crawler.render.Chromium;
import xuncha.findings.edition.Editions;
import xuncha.findings.edition.Lexicon;
import xuncha.findings.visit.Source;

/// Search boxes used as a person uses them, in a real Chromium, over a web that is not there.
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(300)
class BoxPlayTest {
  private static final String PAGE = "http://www.example.gov.cn/";
  private static final String WORDS = "春耕备耕工作";
  private static final String WRITTEN = "%E6%98%A5%E8%80%95%E5%A4%87%E8%80%95%E5%B7%A5%E4%BD%9C";
  private static final Lexicon LEXICON = Editions.shipped("cn-2019").lexicon();

  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final BrowserPool pool =
      new BrowserPool(
          Chromium.find("", System.getenv()).orElseThrow(),
          BrowserSettings.defaults(),
          "x",
          InstantSource.system());

  @AfterAll
  void close() {
    pool.close();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <div class=so><input placeholder=站内搜索 id=k><i class="icon-search" onclick="go()"></i></div><script>function go(){location['hr'+'ef']='/s?'+new URLSearchParams({k:k.value})}</script> | GET /s?k=@
          <span id=glass class=header-search style=padding:9px></span><b>留言</b><div id=bar></div><script>glass.onclick=()=>{bar.innerHTML='<input class=txt><em>确定</em>';bar.lastChild.onclick=()=>location.assign(['','find'].join('/')+'?q='+encodeURIComponent(bar.firstChild.value))}</script> | GET /find?q=@
          <a href="javascript:;" title=搜索 id=o><img src=so.png></a><div id=d style=display:none><input><button>确定</button></div><script>o.onclick=()=>d.style.display='block';d.querySelector('button').onclick=()=>window.open('/w/'+d.querySelector('input').value)</script> | GET /w/@
          <div class=search-box><input class=kw placeholder=搜索></div><script>var i=document.querySelector('input'),w='';i.addEventListener('input',e=>w=e.target.value);i.onkeydown=e=>{if(e.key=='Enter')fetch('/api',{method:'POST',headers:{'content-type':'application/json'},body:JSON.stringify({w,p:1})})}</script> | POST /api {"w":"#","p":1}
          <div role=search><input><button>Go</button></div><script>document.querySelector('button').onclick=()=>{var x=new XMLHttpRequest();x.open('POST','/q.do');x.setRequestHeader('content-type','application/x-www-form-urlencoded');x.send('kw='+encodeURIComponent(document.querySelector('input').value)+'&n=10')}</script> | POST /q.do kw=@&n=10
          """)
  void whatAPersonWouldSendIsSeenAndStaysHere(String html, String expected) {
    var heard = played(html, Optional.empty());

    assertThat(heard.typed()).isTrue();
    assertThat(heard.calls())
        .anySatisfy(call ->
            assertThat((call.method() + " " + call.url() + " " + call.body()).strip())
                .isEqualTo(
                    expected
                        .replace("@", WRITTEN)
                        .replace("#", WORDS)
                        .replaceFirst(" /", " " + PAGE)));
    assertThat(asked).noneMatch(one -> one.contains(WRITTEN) || one.startsWith("POST"));
  }

  @Test
  void theWayIsMadeOutOfWhatWasSeen() {
    var heard =
        played(
            "<div class=so><input placeholder=搜索 id=k><button id=b>搜</button></div><script>b.onclick=()=>{fetch('/log?w='+encodeURIComponent(k.value),{method:'POST'});location.href='/s?t=1&k='+encodeURIComponent(encodeURIComponent(k.value))}</script>",
            Optional.empty());
    var carried = new Carried(WORDS, StandardCharsets.UTF_8);

    assertThat(heard.ways(PAGE, WORDS, carried, "").getFirst().question("政策", Optional.empty()))
        .hasValueSatisfying(question ->
            assertThat(question.url()).isEqualTo(PAGE + "s?t=1&k=%25E6%2594%25BF%25E7%25AD%2596"));
  }

  @Test
  void aColumnIsChosenBeforeTheSearchIsStarted() {
    var html =
        "<div class=so><select id=c><option value=''>请选择栏目<option value=7>政策文件<option value=8>通知公告</select><input placeholder=搜索 id=k><button id=b>搜索</button></div><script>b.onclick=()=>{if(!c.value){alert('请先选择栏目');return}location.href='/s?c='+c.value+'&k='+encodeURIComponent(k.value)}</script>";

    assertThat(played(html, Optional.empty()).says()).containsExactly("请先选择栏目");
    assertThat(played(html, Optional.of(new Pair("c", "7"))).calls())
        .extracting(Heard.Call::url)
        .containsExactly(PAGE + "s?c=7&k=" + WRITTEN);
  }

  @Test
  void whatIsNoSearchBoxIsNotTouched() {
    var heard =
        played(
            "<form action=/login><input name=user placeholder=用户名><input type=password name=p><button>登录</button></form>",
            Optional.empty());

    assertThat(heard.typed()).isFalse();
    assertThat(heard.calls()).isEmpty();
  }

  @Test
  void aPictureIsTakenWhereOneIsWantedOrNothingCame() {
    var box = "<form action=/s><input name=k><button>搜索</button></form>";

    assertThat(done(box, Optional.empty(), true).picture()).isPresent();
    assertThat(done(box, Optional.empty(), false).picture()).isEmpty();
    assertThat(done("<p>搜索正在维护</p>", Optional.empty(), false).picture()).isPresent();
  }

  private Heard played(String html, Optional<Pair> chosen) {
    return Heard.read(done(html, chosen, false).json()).orElseThrow();
  }

  private Deed.Told.Done done(String html, Optional<Pair> chosen, boolean portrayed) {
    var carried = new Carried(WORDS, StandardCharsets.UTF_8);
    var deed =
        SearchDeed.playing(
            new BoxPlay(
                LEXICON,
                Set.of("政策文件", "通知公告"),
                Optional.empty(),
                WORDS,
                carried,
                chosen,
                false,
                portrayed),
            new SearchRule(WORDS, carried, false, false, _ -> true, Duration.ofSeconds(60)));
    asked.clear();
    var told = deed.go(page(html), pool.sit(this::answer));
    assertThat(told).isInstanceOf(Deed.Told.Done.class);
    return (Deed.Told.Done) told;
  }

  private Exchange answer(Ask ask) {
    asked.add(ask.method() + " " + ask.url());
    return answered(ask, "");
  }

  private static Exchange.Answered page(String html) {
    return answered(
        Ask.page(PAGE, Ask.Why.PAGE, 1 << 20), "<!DOCTYPE html><body>" + html + "</body>");
  }

  private static Exchange.Answered answered(Ask ask, String html) {
    return new Exchange.Answered(
        ask,
        Instant.EPOCH,
        Duration.ZERO,
        "",
        200,
        List.of(new Exchange.Header("content-type", "text/html; charset=utf-8")),
        Body.of(html.getBytes(StandardCharsets.UTF_8)),
        Optional.empty(),
        Source.UNARCHIVED);
  }
}
