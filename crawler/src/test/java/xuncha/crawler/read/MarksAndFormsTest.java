package xuncha.crawler.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import xuncha.findings.visit.Form;
import xuncha.findings.visit.Marks;
import xuncha.findings.visit.Marks.Elsewhere;

class MarksAndFormsTest {
  private static Marks marks(String footer) {
    return Pages.page(
            "a/", "<html><body><p>正文</p><div class='footer'>" + footer + "</div></body></html>")
        .facts()
        .marks();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      quoteCharacter = '`',
      textBlock =
          """
          `皖ICP备05001234号-1`,               皖ICP备05001234号-1
          `皖ICP备05001234-2号`,               皖ICP备05001234-2
          `备案号：皖ICP备05001234号`,         皖ICP备05001234号
          `皖 ICP 备 05001234 号`,             皖 ICP 备 05001234 号
          `<a href="https://beian.miit.gov.cn">皖ICP备2024001234号-2</a>`, 皖ICP备2024001234号-2
          `皖ＩＣＰ备０５００１２３４号`,     皖ＩＣＰ备０５００１２３４号
          `皖ICP05001234号`,                   皖ICP05001234号
          `(皖)ICP备05001234号`,               (皖)ICP备05001234号
          `ICP备案号：皖05001234号`,           ICP备案号：皖05001234号
          `ICP备案中`,                         ``
          `皖ICP证010203号`,                   ``
          `皖ICP证010203号 皖ICP备05001234号-3`, 皖ICP备05001234号-3
          """)
  void findsTheIcpNumberAsItIsWritten(String footer, String expected) {
    assertThat(marks(footer).icp().orElse("")).isEqualTo(expected);
  }

  @Test
  void findsEveryMarkOfAFullFooter() {
    var marks =
        marks(
            """
            <p>主办单位：临水县人民政府办公室　承办单位：临水县数据资源管理局　联系电话：0551-62345678</p>
            <p><a href="http://www.beian.gov.cn/portal/registerSystemInfo?recordcode=34012302000123">皖公网安备 34012302000123号</a> 网站标识码：3401230001 <a href="/wzdt/">网站地图</a></p>
            <span id="_ideConac"><a href="https://bszs.conac.cn/sitename?method=show&id=0123456789ABCDEF"><img src="red.png"></a></span>
            <script id="_jiucuo_" sitecode="3401230001" src="https://zfwzgl.www.gov.cn/exposure/jiucuo.js"></script>
            """);

    assertThat(marks.organiser()).contains("临水县人民政府办公室");
    assertThat(marks.contact()).contains("0551-62345678");
    assertThat(marks.police()).contains("皖公网安备 34012302000123号");
    assertThat(marks.policeLink()).contains("34012302000123");
    assertThat(marks.siteCode()).contains("3401230001");
    assertThat(marks.errorReportCode()).contains("3401230001");
    assertThat(marks.errorReport()).isTrue();
    assertThat(marks.partyMark()).isTrue();
    assertThat(marks.sitemap()).contains(Pages.SITE + "wzdt/");
    assertThat(marks.elsewhere()).isEqualTo(Elsewhere.NOWHERE);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <span>主办单位</span> <span>临水县人民政府</span> | 临水县人民政府
          主 办 单 位 ：临水县人民政府　承 办 单 位：数据局 | 临水县人民政府
          <dl><dt>主办单位：</dt><dd>临水县人民政府</dd></dl> | 临水县人民政府
          Copyright 2020 临水县人民政府 主办 | 临水县人民政府
          主管单位：临水县人民政府 | 临水县人民政府
          主办方：临水县人民政府 | 临水县人民政府
          <img src='/b.jpg' alt='主办单位：临水县人民政府'> | 临水县人民政府
          主办单位： 承办单位：数据局 |
          <span>主办：临水县人民政府</span><span>承办：临水县数据局</span> | 临水县人民政府
          临水县人民政府主办，临水县数据局承办 | 临水县人民政府
          临水自由贸易试验区管委会主办 | 临水自由贸易试验区管委会
          版权所有 临水县人民政府 主管主办 | 临水县人民政府
          临水县人民政府主办、主管 | 临水县人民政府
          临水县委主管，临水县人民政府主办 | 临水县人民政府
          中国人民政治协商会议全国委员会主管·人民政协报社主办 | 人民政协报社
          主管、主办单位：临水县人民政府 | 临水县人民政府
          主办单位：临水县人民政府&emsp;承办单位：数据局 | 临水县人民政府
          本网站由临水县人民政府办公室主办、临水县数据局承办 | 临水县人民政府办公室
          本站由临水县人民政府主办 | 临水县人民政府
          <span>版权所有</span><span>临水县人民政府 主办</span><span>联系电话 0550-5030011</span> | 临水县人民政府
          <span>临水县人民政府办公室主办</span><span>临水县数据局承办</span> | 临水县人民政府办公室
          <span>主办：临水县人民政府</span><span>联系电话：0550-5030011</span> | 临水县人民政府
          主办单位：临水县人民政府主办　承办单位：临水县数据局 | 临水县人民政府
          <span>由临水县教育局主办</span><span>电话：0550-5030011</span> | 临水县教育局
          <em>主办</em><em>临水县教育局</em> 电话：0550-5030011 | 临水县教育局
          <ul><li>主办</li><li>临水县教育局</li><li>电话</li><li>0550-5030011</li></ul> | 临水县教育局
          <li>主办</li><li>承办</li> |
          主管主办 |
          本网站由多家单位共同主办的活动 |
          本次活动由临水县文化馆主管主办。 |
          本次赛事由临水县体育局主办，临水镇承办。 |
          活动为临水县书法协会主办，自5月17日启动。 |
          省委宣传部、省文化和旅游厅共同主办的活动 |
          """)
  void findsTheOrganiserInEveryShape(String footer, String expected) {
    assertThat(marks(footer).organiser()).isEqualTo(Optional.ofNullable(expected));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "公安备案号：34012302000123",
        "公安机关备案号 34012302000123",
        "皖公安网备34012302000123号",
        "公网安备 34012302000123号",
        "皖公网安备号<a href='http://www.beian.gov.cn/'>34012302000123</a>",
        "皖 公 网 安 备　34012302000123号",
        "<img src='/ga.png' alt='皖公网安备34012302000123号'>"
      })
  void findsThePolicesNumberInOtherWords(String footer) {
    assertThat(marks(footer).police().orElse("")).contains("34012302000123");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          京公网安备110102000060-1<br>京ICP备05000001号 | 京公网安备110102000060-1
          京公网安备110102000060号-2 | 京公网安备110102000060号-2
          京公网安备110102000060号 - 12345热线 | 京公网安备110102000060号
          """)
  void tellsThePolicesNumberAsItIsWritten(String footer, String expected) {
    assertThat(marks(footer).police()).contains(expected);
  }

  @Test
  void aCodeEndsWithItsElement() {
    assertThat(marks("网站标识码：<b>3401230001</b><b>01</b>").siteCode()).contains("3401230001");
    assertThat(marks("网站标识码：340123000101").siteCode()).contains("340123000101");
  }

  @Test
  void findsThePolicesNumberBehindAHash() {
    var link =
        "<a href='https://beian.mps.gov.cn/#/query/webSearch?code=34012302000123'><img src=ga.png></a>";

    assertThat(marks(link).policeLink()).contains("34012302000123");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "网站标识码（3401230001）",
        "网 站 标 识 码：3401230001",
        "<b>标识码：</b><i>3401230001</i>",
        "网站识别码：3401230001",
        "<dl><dt>网站标识码</dt><dd>3401230001</dd></dl>",
        "网站标识码为3401230001",
        "网站标识编码：３４０１２３０００１",
        "3401230001（网站标识码）",
        "<img src='/b.jpg' alt='政府网站标识码：3401230001'>"
      })
  void findsTheSiteCodeInEveryShape(String footer) {
    assertThat(marks(footer).siteCode()).contains("3401230001");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <dl><dt>联系电话：</dt><dd>(0551)6234567</dd></dl> | (0551)6234567
          政务服务热线：12345 | 12345
          TEL: 86-551-62601234 | 86-551-62601234
          电话：+86 551 6260 1234 | +86 551 6260 1234
          联系电话：(086)-0795-3270639 | (086)-0795-3270639
          电话：0086-0551-62601234 | 0086-0551-62601234
          电话：86629951 | 86629951
          Tel：12329&nbsp;Fax：0515-88368016 | 12329
          传真：0515-88368016 电话：0515-88368017 | 0515-88368017
          传真：0515-88368016 0515-88368017 | 0515-88368017
          电话/传真：0515-88368016 | 0515-88368016
          传真：0515-88368016 邮箱：bgs@linshui.gov.cn | bgs@linshui.gov.cn
          <A href="mailto:webmaster@linshui.gov.cn">联系我们</A> | webmaster@linshui.gov.cn
          联系我们 皖ICP备05001234号 电话：0551-62345678 | 0551-62345678
          联系我们：0551-12345 | 0551-12345
          邮箱：bgs@linshui.gov.cn | bgs@linshui.gov.cn
          <i class='tel'></i>0551-62345678 | 0551-62345678
          <a href='/lxwm/'>联系我们</a> | 联系我们
          """)
  void findsHowToReachTheBody(String footer, String expected) {
    assertThat(marks(footer).contact()).contains(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "联系我们 皖ICP备05001234号",
        "邮编：230001 电话：",
        "热线共接听12000个电话",
        "<a href='mailto:'>给我写信</a>"
      })
  void whatIsNoNumberToCallIsNoContact(String footer) {
    assertThat(marks(footer).contact()).isEmpty();
  }

  @Test
  void findsTheNumberInTheHeadOfThePage() {
    var page =
        "<html><body><div class='topnav'>欢迎访问　电话：05515210210　网站简介</div>"
            + "<p>正文</p>".repeat(40)
            + "<div class='footer'>皖ICP备05001234号</div></body></html>";

    assertThat(Pages.page("a/", page).facts().marks().contact()).contains("05515210210");
  }

  @Test
  void takesNoCallerOfAnArticleWhereNothingSaysFooter() {
    var page =
        "<html><body><div class='main'>"
            + "<p>请各区派员参加。</p>".repeat(40)
            + "<p><span>联系电话：</span><span>62181513、23117877</span></p></div><script src='/js/footer.js'></script></body></html>";

    assertThat(Pages.page("a.html", page).facts().marks().contact()).isEmpty();
  }

  @Test
  void takesTheNumberOfTheLineInWhichTheSiteSpeaksOfItself() {
    var page =
        "<html><body>"
            + "<p>请各区派员参加。</p>".repeat(40)
            + "<p>联系电话：62181513</p><table><tr><td>CopyRight 2008 临水县财政局　电话：0556-8012345</td></tr></table></body></html>";

    assertThat(Pages.page("a.html", page).facts().marks().contact()).contains("0556-8012345");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<a href=\"javascript:;\"><img src=\"picture/jiucuo.png\" onclick=\"Link('3401230001')\"></a>",
        "<a onclick=\"Link('3401230001')\"><img src='/a.png' alt='我为政府网站找错'></a>",
        "<a href=\"javascript:Link('3401230001')\"><img src='/jiucuo.png'></a>"
      })
  void findsTheCodeThatAPressHandsOn(String footer) {
    assertThat(marks(footer).errorReportCode()).contains("3401230001");
  }

  @Test
  void takesNoCodeFromWhatOtherPicturesDo() {
    assertThat(marks("<img src='/a.png' onclick=\"open('3401230001')\">").errorReportCode())
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<a>【纠错】</a><iframe src='/cms/jiucuo.htm'></iframe>",
        "<a href='https://zfwzzc.www.gov.cn/check_web/errorInfo_jumpNew.action?site_code=3401230001'><img src=jc.png></a>",
        "<img onclick=\"Link('3401230001')\" src='https://zfwzgl.www.gov.cn/exposure/images/jiucuo.png'>",
        "<a href='#'><img src='/a.png' alt='我为政府网站找错'></a>"
      })
  void findsTheErrorReportInEveryShape(String footer) {
    assertThat(marks(footer).errorReport()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<img src=ga.png onclick=\"window.open('http://www.beian.gov.cn/portal/registerSystemInfo?recordcode=34012302000123')\">",
        "<a onclick=\"window.open('http://www.beian.gov.cn/portal/registerSystemInfo?recordcode=34012302000123')\"><img src=ga.png></a>"
      })
  void findsThePolicesNumberInWhatAPressOpens(String footer) {
    assertThat(marks(footer).policeLink()).contains("34012302000123");
  }

  @Test
  void findsTheMarksInWhatAFunctionOfThePagesOpens() {
    var party =
        "<a href='javascript:void(0)' onclick=\"OpenUrl('http://bszs.conac.cn/sitename?method=show&id=33B9')\"><img src='red.png'></a>";
    var error =
        "<a href='javascript:void(0)' onclick=\"OpenUrl('http://121.43.68.40/exposure/jiucuo.html?site_code=3401230001&url=x')\"><img src='jc.png'></a>";

    assertThat(marks(party).partyMark()).isTrue();
    assertThat(marks(error).errorReport()).isTrue();
    assertThat(marks(error).errorReportCode()).contains("3401230001");
    assertThat(marks(party.replace("bszs.conac.cn", "a.cn")).partyMark()).isFalse();
  }

  @Test
  void findsTheMapByNameHoweverItIsSpaced() {
    assertThat(marks("<a href='/map/'>站&nbsp;点&nbsp;地&nbsp;图</a>").sitemap()).isPresent();
  }

  @Test
  void readsNoRemarkOfAScript() {
    var remark =
        "<script>\n// document.write(unescape('%3Cscript src=https://dcs.conac.cn/js/x.js'))\n</script>";

    assertThat(marks(remark).partyMark()).isFalse();
  }

  @Test
  void findsThePartyMarkByItsPicture() {
    assertThat(marks("<a href='#'><img src='/images/m.png' alt='党政机关'></a>").partyMark()).isTrue();
    assertThat(marks("<img src='//dcs.conac.cn/image/red.png'>").partyMark()).isTrue();
    assertThat(marks("<img src='/images/ewm.png' alt='微信公众号'>").partyMark()).isFalse();
  }

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource(
      quoteCharacter = '`',
      textBlock =
          """
          `<script src="/js/footer.js"></script>`,                                    SCRIPTS
          `<script>document.write("皖ICP备05001234号")</script>`,                     SCRIPTS
          `<div id="foot"></div>`,                                                    SCRIPTS
          `<div id="ft"></div><script src="/js/ft.js"></script>`,                     SCRIPTS
          `<p>主办单位：临水县人民政府</p><p id="ba"></p><script src="/js/ba.js"></script>`, SCRIPTS
          `<div class="jiucuo" data-setting="{sitecode:3401230001}"></div><script src="/js/s.js"></script>`, SCRIPTS
          `<script type="module" src="/js/m.js"></script>`,                           SCRIPTS
          `<script>document.body.appendChild(mine)</script>`,                         SCRIPTS
          `<p>版权所有</p><script>var count = 1;</script>`,                                          NOWHERE
          `<p>版权所有</p><script src="https://hm.example.com/count.js"></script>`,                  NOWHERE
          `<p>主办单位：临水县人民政府 皖ICP备05001234号</p><script src="/js/menu.js"></script>`, NOWHERE
          `<iframe src="/foot.html"></iframe>`,                                       FRAME
          `<iframe src="https://weather.example.com/"></iframe>`,                     NOWHERE
          `<img src="/foot.jpg" usemap="#m">`,                                        PICTURE
          `<p>版权所有：临水县人民政府</p>`,                                          NOWHERE
          """)
  void saysWhereMoreMarksMayBe(String footer, Elsewhere expected) {
    assertThat(marks(footer).elsewhere()).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          <a href='http://fgw.other.gov.cn/'>池阳市发展和改革委员会（网站标识码：3417000012）</a><p>网站标识码：3401230001</p>
          <p style='display:none'>网站标识码：3417340003</p><p>网站标识码：3401230001</p>
          <p>网站标识码：3401230001</p><p>平台标识码：3417000012</p>
          <p>平台标识码：3417000012</p><p>网站标识码：3401230001</p><a href='http://zfwzgl.www.gov.cn/exposure/jiucuo.html?site_code=3401230001'>找错</a>
          """)
  void takesTheSitesOwnCodeAndNoOther(String footer) {
    assertThat(marks(footer).siteCode()).contains("3401230001");
  }

  @Test
  void takesTheFirstOfTwoFooters() {
    var page =
        "<html><body><p>正文</p><div class='footer'>粤ICP备2023100790号-1</div><div class='foot-text'>粤ICP备19092744号-3</div></body></html>";

    assertThat(Pages.page("a/", page).facts().marks().icp()).contains("粤ICP备2023100790号-1");
  }

  @Test
  void takesNoMarkOutOfALinkToAnotherBody() {
    var link = "<a href='http://www.news.cn/'>中铺新闻网 皖ICP备18007777号</a>";

    assertThat(marks(link).icp()).isEmpty();
    assertThat(marks("<a href='http://www.miibeian.gov.cn/'>皖ICP备18007777号</a>").icp()).isPresent();
  }

  @Test
  void takesNoIcpNumberThatAnArticleSpeaksOf() {
    var article =
        "<h1>关于网站备案的通报</h1><p>某网站（粤ICP备19000001号）未标明。</p>" + "<p>现将情况通报如下。</p>".repeat(40);
    var page =
        "<html><body><div class='main'>"
            + article
            + "</div><div class='footer'><p>主办单位：临水县人民政府</p></div></body></html>";

    assertThat(Pages.page("a.html", page).facts().marks().icp()).isEmpty();
  }

  @Test
  void takesNoCallerOfAnArticleForTheSitesContact() {
    var article =
        "<h1>关于召开会议的通知</h1>" + "<p>请各单位派员参加。</p>".repeat(40) + "<p>联系人：王建国，联系电话：0566-2028871</p>";

    assertThat(Pages.page("a.html", Pages.framed("通知", article)).facts().marks().contact())
        .isNotEqualTo(Optional.of("0566-2028871"));
  }

  @Test
  void takesNoMarkOfAnotherSiteFromAnArticle() {
    var page =
        Pages.framed("通报", "<p>某网站未标明备案号粤ICP备19000001号，已责令改正。</p>" + "<p>通报内容。</p>".repeat(400));

    assertThat(Pages.page("a.html", page).facts().marks().icp()).contains("皖ICP备05001234号-1");
  }

  @Test
  void readsAFormWithItsLabelsAndLimits() {
    var form =
        Pages.page(
                "xx/",
                Pages.framed(
                    "县长信箱",
                    "<h2>我要写信</h2><form action='submit.do' method='POST'><table><tr><td>姓名：</td><td><input name='xm' maxlength=20 required></td></tr>"
                        + "<tr><td>内容：</td><td><textarea name='nr' minlength=50 placeholder='不少于50字'></textarea></td></tr></table>"
                        + "<label>验证码 <input name='yzm'></label><input type='submit' value='提交信件'></form>"))
            .facts()
            .forms()
            .getFirst();

    assertThat(form.action()).isEqualTo(Pages.SITE + "xx/submit.do");
    assertThat(form.method()).isEqualTo("post");
    assertThat(form.label()).contains("我要写信", "提交信件");
    assertThat(form.fields()).extracting(Form.Field::label).startsWith("姓名：", "内容：", "验证码");
    assertThat(form.fields().get(1).limits()).containsEntry("minlength", "50");
    assertThat(form.fields().get(0).limits()).containsKey("required");
  }

  @Test
  void namesWhatCanBeChosenByTheWordsBehindIt() {
    var form =
        Pages.page(
                "xx/",
                Pages.framed(
                    "信箱",
                    "<form><p>类型：<input type=radio name=lx value=1>咨询 <input type=radio name=lx value=2>投诉 <input name=xm aria-label=姓名></p></form>"))
            .facts()
            .forms()
            .getFirst();

    assertThat(form.fields()).extracting(Form.Field::label).containsExactly("咨询", "投诉", "姓名");
  }

  @Test
  void whatScriptsKeepInHiddenFieldsIsNoForm() {
    var hidden =
        "<div><input type=hidden id=ctx value=/portal><input type=hidden id=key value=9></div>";

    assertThat(Pages.page("a/", Pages.framed("动态", hidden)).facts().forms()).isEmpty();
  }

  @Test
  void readsASearchBoxThatNoFormHolds() {
    var forms =
        Pages.page(
                "a/",
                Pages.framed(
                    "首页",
                    "<div class='search'><input id='keyword' type='text' placeholder='请输入关键词'><a href='javascript:search()'>搜索</a></div>"))
            .facts()
            .forms();

    assertThat(forms).hasSize(1);
    assertThat(forms.getFirst().action()).isEmpty();
    assertThat(forms.getFirst().fields()).extracting(Form.Field::name).containsExactly("keyword");
  }
}
