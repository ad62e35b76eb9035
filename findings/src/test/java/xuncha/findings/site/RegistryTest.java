package xuncha.findings.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegistryTest {
  private static final String CHINESE =
      """
      网站标识码,网站名称,首页网址,主办单位,类别,行政区,状态
      3401000001,合肥市人民政府,http://www.hefei.gov.test/,合肥市人民政府,市级门户,合肥市,
      """;

  @TempDir private Path folder = Path.of("");

  @Test
  void readsTheContractsColumnsInAnyOrder() {
    var imported =
        read(
            """
            url,status,code,name,category,organiser,region,adcode,序号
            https://www.ah.gov.test/,offline,bm26000001,安徽省人民政府,province-portal,省政府,安徽省,340000,1
            """);

    assertThat(imported.problems()).isEmpty();
    assertThat(imported.registry().sites())
        .containsExactly(
            new Site(
                "bm26000001",
                "安徽省人民政府",
                "https://www.ah.gov.test/",
                "省政府",
                Category.PROVINCE_PORTAL,
                "安徽省",
                false,
                Map.of("adcode", "340000", "序号", "1")));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"UTF-8", "GB18030", "GBK", "UTF-16"})
  void readsChineseHeadersInEveryEncodingThatSpreadsheetsWrite(String charset) {
    var imported = read(CHINESE.getBytes(Charset.forName(charset)));

    assertThat(imported.problems()).isEmpty();
    var site = imported.registry().sites().getFirst();
    assertThat(site.name()).isEqualTo("合肥市人民政府");
    assertThat(site.category()).isEqualTo(Category.CITY_PORTAL);
    assertThat(site.running()).isTrue();
  }

  @Test
  void readsPastAByteOrderMark() {
    assertThat(read("\uFEFF" + CHINESE).problems()).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "网站标识码;首页网址;类别\n3401000001;http://a.gov.test/;其他\n",
        "网站标识码\t首页网址\t类别\r\n3401000001\thttp://a.gov.test/\t其他\r\n",
        "附件1,,\n全省政府网站名单,,\n网站标识码*,首页网址（必填）, 类 别 \n3401000001,　http://a.gov.test/\u00A0,其他\n",
        "Code,URL,CATEGORY\n\"3401000001\",\"http://a.gov.test/\",\"OTHER\"\n\n,,\n",
      })
  void readsWhatSpreadsheetsMakeOfIt(String text) {
    var imported = read(text);

    assertThat(imported.errors()).isEmpty();
    assertThat(imported.registry().sites())
        .extracting(Site::code, Site::url)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("3401000001", "http://a.gov.test/"));
  }

  @Test
  void letsTheHostStandInForAMissingCode() {
    var imported = read("url,category\nhttp://WWW.a.gov.test:8080/x,other\n");

    assertThat(imported.problems()).isEmpty();
    assertThat(imported.registry().sites().getFirst().id()).isEqualTo("www.a.gov.test");
    assertThat(imported.registry().sites().getFirst().name()).isEqualTo("www.a.gov.test");
  }

  @Test
  void knowsAHostByTheNameThatDnsHas() {
    var registry = read("url,category\nhttp://中国.gov.cn/,other\n").registry();

    var site = registry.sites().getFirst();
    assertThat(site.id()).isEqualTo("xn--fiqs8s.gov.cn");
    assertThat(site.name()).isEqualTo("中国.gov.cn");
    assertThat(site.url()).isEqualTo("http://中国.gov.cn/");
    assertThat(registry.find("xn--fiqs8s.gov.cn")).contains(site);
    assertThat(registry.find("中国.gov.cn")).contains(site);
    assertThat(Site.at("http://XN--FIQS8S.gov.cn/").id()).isEqualTo(site.id());
  }

  /// Every row is the third of its file.
  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          3401000002,乙,not a page,other,           | :3:url not a web address: "not a page"
          3401000002,乙,,other,                     | :3:url there is no address
          3401000002,乙,ftp://b.gov.test/,other,    | :3:url not a web address: it has to begin with http
          3401000002,乙,http://u:p@b.gov.test/,other,| :3:url an address with a user name in it
          3401000002,乙,http://u:p@b.gov.test/,other,| :3:url an address with a user name in it: "http://***@b.gov.test/"
          3401000002,乙,http://b.gov.test:99999/,other,| :3:url not a web address: there is no port 99999
          3401000002,乙,http://中国.gov.cn:99999/,other,| :3:url not a web address: there is no port 99999
          3401000002,乙,http://b.gov.test:0/,other,| :3:url not a web address: there is no port 0
          3401000002,乙,http://0x7f000001/,other,| :3:url not a web address: the host name is wrong
          3401000002,乙,http://2130706433/,other,| :3:url not a web address: the host name is wrong
          3401000002,乙,http://127.1/,other,| :3:url not a web address: the host name is wrong
          3401000002,乙,http://-bad-.gov.cn/,other,| :3:url not a web address: the host name is wrong
          3401000002,乙,http://a..gov.cn/,other,| :3:url not a web address: the host name is wrong
          3401000002,乙,http://��.gov.cn/,other,| :3:url not a web address: the host name is wrong
          3401000002,乙,http://192.0.2.7:8080/,other,|
          3401000002,乙,http://[2001:db8::1]/,other,|
          3401000002,乙,http://a_b.gov.test/,other,|
          3401000002,乙,http://x-1.中国.gov.cn/,other,|
          3401000002,乙,http://b.gov.test:8443/?to=a@b,other,|
          3401000002,乙,http://b.gov.test/,衙门,     | :3:category unknown category "衙门"; use one of province-portal,
          3401000002,乙,http://b.gov.test/,other,睡着| :3:status unknown status "睡着"
          3401000001,乙,http://b.gov.test/,other,    | :3:code the same code as in list.csv:2: "3401000001"
          ,乙,http://a.gov.test/b,other,             |
          3401000002,乙,http://b.gov.test/,other,,多 | :3:F a cell to the right of the last title
          """)
  void keepsABadRowOutAndSaysWhereAndWhy(String row, String line) {
    var imported =
        read("code,name,url,category,status\n3401000001,甲,http://a.gov.test/,other,\n" + row);

    assertThat(imported.registry().sites()).hasSize(line == null ? 2 : 1);
    if (line == null) {
      assertThat(imported.problems()).isEmpty();
    } else {
      assertThat(imported.errors())
          .singleElement()
          .extracting(RegistryTest::english)
          .asString()
          .startsWith("list.csv" + line)
          .contains("; ");
    }
  }

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          34010,乙,http://b.gov.test/,other,        | :3:code unusual site code "34010"
          3401000002,乙,www.b.gov.test,other,       | :3:url no http:// or https://, taken as http://www.b.gov.test
          3401000002,乙,http://b.gov.test/,,        | :3:category no category, taken as other
          3401000002,乙,https://A.gov.test,other,   | :3:url the same home page as in list.csv:2
          """)
  void takesAnOddRowAndSaysWhatIsOdd(String row, String line) {
    var imported =
        read("code,name,url,category,status\n3401000001,甲,http://a.gov.test/,other,\n" + row);

    assertThat(imported.registry().sites()).hasSize(2);
    assertThat(imported.errors()).isEmpty();
    assertThat(imported.warnings())
        .singleElement()
        .extracting(RegistryTest::english)
        .asString()
        .startsWith("list.csv" + line);
  }

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          3401000002,乙,b gov,other,             | 首页网址 不是网址："b gov"；请写成 http://www.example.gov.cn/ · not a web address: "b gov"; write it like http://www.example.gov.cn/
          3401000002,乙,b.gov.test,other,        | 首页网址 没有写 http:// 或 https://，按 http://b.gov.test 处理；请写完整网址 · no http:// or https://, taken as http://b.gov.test; write the address in full
          3401000002,乙,http://b.gov.test/,衙门, | 类别 没有这种类别："衙门"；请从中选填：省级门户、部门网站、市级门户、县级门户、其他 · unknown category "衙门"; use one of province-portal, department, city-portal, county-portal, other
          3401000002,乙,http://b.gov.test/,其他,睡着 | 状态 没有这种状态："睡着"；请填运行或关停，留空即为运行 · unknown status "睡着"; use running or offline, or leave it empty for running
          3401000001,乙,http://b.gov.test/,其他, | 网站标识码 与 list.csv:2 的 网站标识码 相同："3401000001"；请删去其中一行，或改正 · the same 网站标识码 as in list.csv:2: "3401000001"; remove one of the rows, or correct it
          """)
  void saysItInChineseAndThenInEnglish(String row, String words) {
    var imported = read("网站标识码,网站名称,首页网址,类别,状态\n3401000001,甲,http://a.gov.test/,其他,\n" + row);

    assertThat(imported.problems())
        .singleElement()
        .extracting(Problem::line)
        .isEqualTo("list.csv:3:" + words);
  }

  @Test
  void saysEverythingThatIsWrongWithARow() {
    var imported = read("code,url,category,status\n1,x,y,z\n");

    assertThat(imported.problems())
        .extracting(Problem::column)
        .containsExactly("code", "category", "status", "url");
  }

  @Test
  void countsRowsAsASpreadsheetDoes() {
    var imported =
        read("code,name,url,category\n\n3401000001,\"两\n行\",http://a.gov.test/,other\n,,x,other\n");

    assertThat(imported.errors()).extracting(Problem::row).containsExactly(4);
    assertThat(imported.registry().sites().getFirst().name()).isEqualTo("两\n行");
  }

  @Test
  void knowsTwoSitesOfOneHostOnlyByTheirCodes() {
    var header = "code,url,category\n";

    assertThat(read(header + ",http://a.test/b,other\n,http://a.test/c,other\n").errors())
        .singleElement()
        .extracting(RegistryTest::english)
        .asString()
        .startsWith("list.csv:3:url the same host without a code as in list.csv:2");
    assertThat(
            read(header + "3400000001,http://a.test/b,other\n3400000002,http://a.test/c,other\n")
                .problems())
        .isEmpty();
  }

  @Test
  void takesNamesThatOnlySomeUriGrammarsKnow() {
    var imported =
        read(
            "url,category\nhttp://安徽.政务.test/,other\nhttp://a_b.gov.test/,other\nhttp://[2001:db8::1]/,other\n");

    assertThat(imported.problems()).isEmpty();
    assertThat(imported.registry().sites())
        .extracting(Site::id)
        .containsExactly("xn--49ss1h.xn--zfr164b.test", "a_b.gov.test", "[2001:db8::1]");
  }

  @Test
  void readsAccounts() {
    var imported =
        read(
            """
            id,platform,handle,name,organiser,category,region,url,feed,粉丝数
            wx-1,wechat,ahzf,安徽发布,省政府,province-portal,安徽省,,,120万
            ,微博,12345,合肥发布,市政府,市级门户,合肥市,https://weibo.test/12345,https://bridge.test/feed.json,
            x-3,telegraph,,丙,,other,,,,
            ,weibo,,,,other,,,,
            """);

    assertThat(imported.registry().accounts())
        .extracting(Account::id, Account::platform, Account::feed)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("wx-1", Platform.WECHAT, ""),
            org.assertj.core.groups.Tuple.tuple(
                "weibo:12345", Platform.WEIBO, "https://bridge.test/feed.json"));
    assertThat(imported.problems())
        .extracting(RegistryTest::english)
        .satisfiesExactly(
            line -> assertThat(line).startsWith("list.csv:3:id no id, \"weibo:12345\" stands in"),
            line ->
                assertThat(line).startsWith("list.csv:4:platform unknown platform \"telegraph\""),
            line -> assertThat(line).startsWith("list.csv:5:id an account without id"));
  }

  @Test
  void readsSitesAndAccountsTogetherAndKeepsTheirIdsApart() throws IOException {
    var sites = Files.writeString(folder.resolve("sites.csv"), CHINESE);
    var accounts =
        Files.writeString(
            folder.resolve("accounts.csv"),
            "id,platform,name,category\n3401000001,weibo,甲,other\nw2,weibo,乙,other\n");

    var imported = Registry.read(List.of(sites, accounts));

    assertThat(imported.registry().targets())
        .extracting(Target::id)
        .containsExactly("3401000001", "w2");
    assertThat(imported.errors())
        .singleElement()
        .extracting(RegistryTest::english)
        .asString()
        .startsWith("accounts.csv:2:id the same id as in sites.csv:2");
  }

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                                         | :0:- the file is empty
          '甲,乙'                                     | :1:- no header row
          'url,首页网址'                               | :1:首页网址 two columns mean the same
          'id,handle,url'                            | :1:- accounts, but no column platform (平台)
          'url,name\nhttp://a.test/,"甲" 乙\nhttp://b.test/,丙' | :2:- a quotation mark is out of place
          'url,name\nhttp://a.test/,甲\nhttp://b.test/,"乙\nx'  | :3:- a quotation mark is out of place
          """)
  void saysWhyAFileCannotBeRead(String text, String line) {
    assertThat(read(text.replace("\\n", "\n")).errors())
        .extracting(RegistryTest::english)
        .anySatisfy(one -> assertThat(one).startsWith("list.csv" + line));
  }

  @Test
  void saysWhichBytesAreNoText() {
    var bytes = "url,name\nhttp://a.test/,甲\nhttp://b.test/,x".getBytes(StandardCharsets.UTF_8);
    bytes[bytes.length - 1] = (byte) 0xFF;

    assertThat(read(bytes).errors())
        .singleElement()
        .extracting(RegistryTest::english)
        .asString()
        .startsWith("list.csv:3:- neither UTF-8 nor GB18030 text; save the file");
  }

  @Test
  void saysThatAFileIsMissing() {
    assertThat(Registry.read(List.of(folder.resolve("none.csv"))).errors())
        .singleElement()
        .extracting(RegistryTest::english)
        .asString()
        .startsWith("none.csv:0:- there is no such file");
  }

  @Test
  void shipsTheHostsOfAnhui() {
    var anhui = Registry.anhui();

    assertThat(anhui.sites()).hasSize(851);
    assertThat(anhui.byCategory())
        .isEqualTo(
            Map.of(
                Category.PROVINCE_PORTAL, 1L,
                Category.CITY_PORTAL, 16L,
                Category.COUNTY_PORTAL, 104L,
                Category.DEPARTMENT, 78L,
                Category.OTHER, 652L));
  }

  @Test
  void findsATargetByCodeAddressOrHost() {
    var registry = read(CHINESE).registry();

    assertThat(registry.find("3401000001")).isPresent();
    assertThat(registry.find("https://www.hefei.gov.test")).isPresent();
    assertThat(registry.find("www.HEFEI.gov.test")).isPresent();
    assertThat(registry.find("www.other.test")).isEmpty();
  }

  /// The line without its Chinese half, which has to be there.
  private static String english(Problem problem) {
    assertThat(problem.line()).matches("[^ ]+ .*\\p{IsHan}.*；.*\\p{IsHan}.* · .*; .*");
    return problem.line().replaceFirst(" .*? · ", " ");
  }

  private Registry.Imported read(String text) {
    return read(text.getBytes(StandardCharsets.UTF_8));
  }

  private Registry.Imported read(byte[] bytes) {
    try {
      return Registry.read(List.of(Files.write(folder.resolve("list.csv"), bytes)));
    } catch (IOException failed) {
      throw new java.io.UncheckedIOException(failed);
    }
  }
}
