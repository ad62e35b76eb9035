package xuncha.crawler.probe.consult;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import xuncha.crawler.Deed;
import xuncha.crawler.probe.consult.Trial.Cause;
import xuncha.crawler.probe.consult.Trial.Exact;
import xuncha.crawler.probe.consult.Trial.Why;
import xuncha.crawler.render.BrowserPool;
import xuncha.crawler.render.BrowserSettings;
import xuncha.crawler.render.Chromium;
import xuncha.crawler.render.HostileForms;
import xuncha.crawler.render.PaperWeb;
import xuncha.crawler.render.Trap;

/// Forms tried in a real Chromium, over a web that exists in memory alone.
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(300)
class FormTrialTest {
  private static final String URL = "http://www.example.gov.cn/write.html";
  private static final String PLAIN =
      """
      <!DOCTYPE html><meta charset=utf-8><title>我要写信</title>
      <form id=f action=/save method=post><p>姓名 <input name=xm></p><p>手机 <input name=sj></p>
      <p>标题 <input name=bt></p><p>内容 <textarea name=nr rows=6></textarea></p>
      <p>验证码 <input name=yzm></p><button id=go>提交</button></form>
      <script>
      const f = document.getElementById('f'), go = document.getElementById('go');
      const n = () => f.nr.value.replace(/\\s/g, '').length;
      %s
      </script>
      """;

  private final BrowserPool pool =
      new BrowserPool(
          Chromium.find("", System.getenv()).orElseThrow(),
          new BrowserSettings(true, "", 1, Duration.ofSeconds(60), 2_048, 200, 60, 150),
          "Mozilla/5.0 (compatible; xuncha)",
          InstantSource.system());

  @AfterAll
  void close() {
    pool.close();
  }

  @Test
  void aQuestionBeforeSendingIsAnsweredAndABoxCountsTheSame() {
    var trial =
        tried(
            PLAIN.formatted(
                """
                f.onsubmit = () => { if (n() < 25) { alert('太短了'); return false; } ask(); return false; };
                const ask = () => {
                  const d = document.createElement('div');
                  d.style.cssText = 'position:fixed;top:100px;left:100px;background:#fff;z-index:9';
                  d.innerHTML = '<p>是否确认提交？</p><a href="javascript:;">取消</a> <a href="javascript:;" id=yes>确定</a>';
                  document.body.append(d);
                  document.getElementById('yes').onclick = () => { d.remove(); fetch('/save', {method: 'POST', body: JSON.stringify({nr: f.nr.value})}); };
                };
                """));
    assertThat(trial.least().map(Exact::value)).contains(25);
    assertThat(trial.least().orElseThrow().quote()).contains("24", "太短了", "25");
    assertThat(trial.button()).isEqualTo("提交");
    assertThat(trial.captcha()).isTrue();
  }

  /// As pages made with a component library do it: no form, a list that is no select, errors beside
  /// each field, the editor a block of its own, what is sent encrypted.
  @Test
  void aPageWithoutAFormElementIsTriedToo() {
    var trial =
        tried(
            """
            <!DOCTYPE html><meta charset=utf-8><title>网上咨询</title><div id=app>
            <div class=el-form-item><label>咨询类型</label><div class=c><input id=lx readonly placeholder=请选择></div></div>
            <div class=el-form-item><label>标题</label><div class=c><input placeholder=请输入标题></div></div>
            <div class=el-form-item><label>咨询内容</label><div class=c><div contenteditable=true id=ed style="height:80px;border:1px solid"></div></div></div>
            <div class=el-form-item><label class=el-checkbox><input type=checkbox id=ok style="opacity:0"><span>我已阅读并同意《用户须知》</span></label></div>
            <div class="el-button" role=button id=b><span>提 交</span></div></div>
            <ul id=drop style="display:none;position:absolute"><li>政策咨询</li><li>意见建议</li></ul>
            <script>
            const lx = document.getElementById('lx'), drop = document.getElementById('drop'), ed = document.getElementById('ed');
            lx.onclick = () => { drop.style.display = 'block'; };
            for (const li of drop.children) li.onclick = () => { lx.value = li.textContent; drop.style.display = 'none'; };
            const error = (field, text) => {
              const c = field.parentElement;
              c.querySelectorAll('.el-form-item__error').forEach(e => e.remove());
              if (text) { const e = document.createElement('div'); e.className = 'el-form-item__error'; e.textContent = text; c.append(e); }
              return !text;
            };
            document.getElementById('b').onclick = () => {
              const all = [error(lx, lx.value ? '' : '请选择咨询类型'),
                error(ed, ed.innerText.trim().length < 18 ? '咨询内容不能少于18个字符' : ''),
                document.getElementById('ok').checked];
              if (all.every(x => x)) fetch('/api/consult', {method: 'POST', body: btoa(encodeURIComponent(ed.innerText).split('').reverse().join(''))});
            };
            </script>
            """);
    assertThat(trial.least().map(Exact::value)).contains(18);
  }

  @Test
  void whereTheCodeIsCheckedOnThePageFirstNothingIsClaimed() {
    var trial =
        tried(
            PLAIN.formatted(
                "f.onsubmit = () => { alert(f.yzm.value !== 'x9' ? '验证码不正确' : '内容不少于50字'); return false; };"));
    assertThat(trial.least()).isEmpty();
    assertThat(trial.why().map(Why::cause)).contains(Cause.STOPPED_ELSEWHERE);
    assertThat(trial.why().orElseThrow().detail()).contains("验证码不正确");
  }

  @Test
  void aFormThatRefusesHastyWritersIsOpenedAnew() {
    var trial =
        tried(
            PLAIN.formatted(
                """
                let last = 0;
                f.onsubmit = () => {
                  const now = Date.now(), hasty = now - last < 30000; last = now;
                  if (hasty) { alert('操作过于频繁，请稍后再试'); return false; }
                  if (n() < 40) { alert('内容至少40字'); return false; }
                  return true;
                };
                """));
    assertThat(trial.least().map(Exact::value).orElse(40)).isEqualTo(40);
  }

  @Test
  void theBudgetHolds() {
    var page = PLAIN.formatted("f.onsubmit = () => { alert('不行'); return false; };");
    var trial =
        tried(
            page, new FormTrial(new FormAct.Hint("", "nr"), List.of(), 5, Duration.ofSeconds(60)));
    assertThat(trial.readings()).hasSizeLessThanOrEqualTo(5);
    assertThat(trial.why().map(Why::cause)).contains(Cause.BUDGET);
  }

  /// The harm proof over the whole trial: forms that send whatever they can get hold of, before a
  /// server that they would reach.
  @Test
  void notOneByteLeavesWhileHostileFormsAreTried() throws IOException {
    try (var trap = new Trap()) {
      var web = new PaperWeb();
      var few =
          new FormTrial(new FormAct.Hint("t", "content"), List.of(), 1, Duration.ofSeconds(60));
      HostileForms.crowded()
          .forEach((name, html) -> {
            var url = "http://127.0.0.1:" + trap.port() + "/" + name.replaceAll("\\W", "-");
            var page = web.page(url, html).get(url);
            assertThat(few.go(page, pool.sit(web))).as(name).isInstanceOf(Deed.Told.Done.class);
          });
      assertThat(HostileForms.each()).hasSizeGreaterThan(24);
      assertThat(web.drawing()).as("what the visit was asked for").isEmpty();
      assertThat(trap.received()).as("what reached the server").isEmpty();
    }
  }

  private Trial tried(String html) {
    return tried(
        html, new FormTrial(new FormAct.Hint("", "nr"), List.of(), 40, Duration.ofMinutes(2)));
  }

  private Trial tried(String html, FormTrial deed) {
    var web = new PaperWeb().page(URL, html);
    var told = (Deed.Told.Done) deed.go(web.get(URL), pool.sit(web));
    var trial = FormTrial.read(told.json());
    assertThat(web.drawing()).isEmpty();
    assertThat(trial.readings().stream().anyMatch(Reading::stopped))
        .isEqualTo(told.picture().isPresent());
    return trial;
  }
}
