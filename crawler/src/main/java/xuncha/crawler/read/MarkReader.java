package xuncha.crawler.read;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import xuncha.findings.visit.Link.Region;
import xuncha.findings.visit.Marks;

/// Finds the identification marks of standards §6.3 in a page's text, links and scripts. Text is
/// compared with full-width forms made ordinary; what is reported is as the page writes it.
final class MarkReader {
  private static final String PROVINCES = "[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川蜀宁琼滇黔陇港澳台]";

  /// The number of a filing (备案). An ICP证 is the licence of a trader (经营许可证), another thing.
  private static final Pattern ICP =
      Pattern.compile(
          PROVINCES
              + "\\s?ICP\\s?(?:备案?)?\\s?(?:案|字|序|编)?\\s?号?\\s?:?\\s?(?:B2-)?\\d{6,10}\\s?号?(?:\\s?[-－—]\\s?\\d{1,3}(?!\\d))?",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern POLICE =
      Pattern.compile(PROVINCES + "?\\s?公网安备\\s?(?:案号)?\\s?:?\\s?\\d{8,16}\\s?号?");

  /// 公安备案号：…, 皖公安网备…: the same number in words that are not the prescribed ones.
  private static final Pattern POLICE_IN_WORDS =
      Pattern.compile(
          PROVINCES
              + "?\\s?公安(?:机关|部)?(?:互?联?网站?)?(?:安全)?备案?(?:登记)?(?:编?号|编码)?\\s?[:;]?\\s?\\d{11,16}\\s?号?");

  private static final Pattern SITE_CODE =
      Pattern.compile("标\\s?识\\s?[码号]\\s?(?:编码)?\\s?[:;(]?\\s?([A-Za-z]{0,2}\\d{6,14})");

  /// 主办： and 主办单位, with a colon or without; what follows is a name and not the next label.
  private static final Pattern ORGANISER =
      Pattern.compile(
          "主\\s?[办管]\\s?(?:单\\s?位\\s{0,4}[:;]?|[:;]|\\s{1,4}[:;])\\s{0,4}(?!承\\s?办|协\\s?办|主\\s?[办管]|技术|维护|联系|电话|地址|版权)([^\\s:,;|。]{2,40})");

  private static final Pattern SPONSOR = Pattern.compile("([^\\s:,;|。]{4,30})\\s?主办(?!单位|方)");
  private static final Pattern CONTACT =
      Pattern.compile(
          "(?:电\\s?话|热线|联系方式|Tel|TEL)[^\\d]{0,12}?(\\(?0\\d{2,3}\\)?\\s?[-—－]?\\s?\\d{7,8}|1[3-9]\\d{9}|400-?\\d{3,4}-?\\d{3,4}|\\d{7,8}(?!\\d)|(?:0\\d{2,3}-?)?12345(?!\\d))");

  /// One can be reached by mail too.
  private static final Pattern MAIL =
      Pattern.compile(
          "(?:邮\\s?箱|邮件|E-?mail)[^A-Za-z0-9]{0,6}([\\w.-]{1,40}@[\\w.-]{4,60})",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern POLICE_LINK =
      Pattern.compile(
          "beian\\.(?:gov|mps\\.gov)\\.cn/[^\"'\\s]*?(?:recordcode|code)=(\\d{6,20})",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern ERROR_CODE =
      Pattern.compile("site_?code=([A-Za-z0-9]{6,16})", Pattern.CASE_INSENSITIVE);

  private static final Pattern SPACE = Pattern.compile("\\s+");

  /// Where the footer's text is when no block says so.
  private static final int FOOTER_CHARACTERS = 1200;

  private final Sheet sheet;
  private final Regions regions;
  private final Anchors anchors;
  private final boolean complete;
  private final String written;
  private final String text;

  private MarkReader(Sheet sheet, Regions regions, Anchors anchors, boolean complete) {
    this.complete = complete;
    this.sheet = sheet;
    this.regions = regions;
    this.anchors = anchors;
    written = sheet.text();
    text = ordinary(written);
  }

  /// @param complete whether the page's scripts have done what they do
  static Marks of(Sheet sheet, Regions regions, Anchors anchors, boolean complete) {
    return new MarkReader(sheet, regions, anchors, complete).read();
  }

  private Marks read() {
    var scripts = new Scripts();
    var policeLink = Optional.<String>empty();
    var errorCode = scripts.errorCode;
    var party = scripts.party;
    var error = scripts.errorEntry;
    var sitemap = Optional.<String>empty();
    for (var anchor = 0; anchor < anchors.size(); anchor++) {
      var url = anchors.url(anchor);
      if (url.contains("beian") && policeLink.isEmpty()) {
        // some name the number behind a #, which is no part of a page's address
        policeLink = first(POLICE_LINK, sheet.element(anchors.element(anchor)).attr("href"));
      }
      party |= url.contains("conac.cn");
      if (isErrorEntry(url)) {
        error = true;
        errorCode = errorCode.isPresent() ? errorCode : first(ERROR_CODE, url);
      }
      var said = anchors.text(anchor);
      error |= said.length() < 20 && (said.contains("政府网站找错") || said.contains("政府网站纠错"));
      if (sitemap.isEmpty()
          && said.length() < 10
          && (said.contains("网站地图") || said.contains("站点地图") || said.equalsIgnoreCase("sitemap"))) {
        sitemap = Optional.of(url).filter(its -> !its.isEmpty());
      }
    }
    var pictures = new Pictures(error, party);
    var linked = policeLink.isPresent();
    return new Marks(
        at("ICP", 2, ICP, 0).or(() -> at("icp", 2, ICP, 0)).or(() -> inPictures(ICP)),
        at("网安备", 3, POLICE, 0)
            .or(() -> linked ? Optional.empty() : at("公安", 2, POLICE_IN_WORDS, 0)),
        policeLink,
        at("标", 0, SITE_CODE, 1),
        errorCode,
        pictures.errorEntry || text.contains("我为政府网站找错"),
        pictures.party,
        at("主", 0, ORGANISER, 1).or(() -> at("主办", 31, SPONSOR, 1)),
        contact(),
        sitemap,
        !complete && (scripts.footer || footerIsEmpty()));
  }

  /// Pictures say marks too, in their alternative text.
  private Optional<String> inPictures(Pattern mark) {
    for (var at = 0; at < sheet.size(); at++) {
      if (sheet.tag(at).equals("img")) {
        var found = first(mark, sheet.element(at).attr("alt"), 0);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  /// The two marks that are pictures, where neither link nor script says what they are.
  private final class Pictures {
    private boolean errorEntry;
    private boolean party;

    Pictures(boolean errorEntry, boolean party) {
      this.errorEntry = errorEntry;
      this.party = party;
      for (var at = 0; at < sheet.size() && !(this.errorEntry && this.party); at++) {
        if (sheet.tag(at).equals("img")) {
          read(sheet.element(at));
        }
      }
    }

    private void read(Element picture) {
      var source = picture.attr("src").toLowerCase(Locale.ROOT);
      var said = picture.attr("alt") + picture.attr("title");
      errorEntry |= isErrorEntry(source) || said.contains("网站找错") || said.contains("网站纠错");
      party |= source.contains("conac") || said.contains("党政机关") || said.contains("事业单位标识");
    }
  }

  /// The mark around one of the last places of its sign: marks stand at the end, and an article may
  /// speak of other sites' marks. Where a footer names several (of a platform, of an app), the
  /// first of them is the site's.
  ///
  /// @param ahead how many characters before its sign a mark may begin
  private Optional<String> at(String sign, int ahead, Pattern mark, int group) {
    var best = Optional.<String>empty();
    var end = text.length();
    var footer = Math.max(0, end - FOOTER_CHARACTERS);
    var found = mark.matcher(text);
    for (var at = text.lastIndexOf(sign); at >= 0; at = text.lastIndexOf(sign, at - 1)) {
      if (at < footer && best.isPresent()) {
        break;
      }
      var begin = Math.max(0, at - ahead);
      var matches = false;
      while (!matches && begin <= at) {
        matches = found.region(begin++, Math.min(end, at + 80)).lookingAt();
      }
      if (matches) {
        var its = written.substring(found.start(group), found.end(group));
        best = Optional.of(SPACE.matcher(its).replaceAll(" ").strip());
      }
    }
    return best;
  }

  /// A telephone number in the footer, else in the last part of the page, else a mailbox there.
  private Optional<String> contact() {
    return contact(CONTACT).or(() -> text.indexOf('@') < 0 ? Optional.empty() : contact(MAIL));
  }

  private Optional<String> contact(Pattern way) {
    for (var at = 0; at < sheet.size(); at++) {
      if (regions.at(at) == Region.FOOTER) {
        var found =
            first(way, text.substring(sheet.from(at), Math.max(sheet.from(at), sheet.to(at))));
        if (found.isPresent()) {
          return found;
        }
        at = sheet.last(at);
      }
    }
    return first(way, text.substring(Math.max(0, text.length() - 600)));
  }

  /// A block for the footer that has hardly a word: something else fills it.
  private boolean footerIsEmpty() {
    for (var at = 0; at < sheet.size(); at++) {
      var element = sheet.element(at);
      if (sheet.from(at) < text.length() / 2 || element.attributesSize() == 0) {
        continue;
      }
      var tag = element.normalName();
      if (tag.equals("iframe") && isFooter(element.attr("src").toLowerCase(Locale.ROOT))) {
        return true;
      }
      var bare = sheet.letters(at) < 4 && sheet.pictures(at) == 0 && sheet.last(at) - at < 4;
      if (bare && (tag.equals("div") || tag.equals("footer")) && element.attr("style").isEmpty()) {
        var name = element.id() + " " + element.className();
        if (isFooter(name.toLowerCase(Locale.ROOT))) {
          return true;
        }
      }
    }
    return false;
  }

  /// What the page's scripts bring of marks.
  private final class Scripts {
    private Optional<String> errorCode = Optional.empty();
    private boolean errorEntry;
    private boolean party;
    private boolean footer;

    Scripts() {
      for (var i = 0; i < sheet.scripts().size(); i++) {
        read(sheet.scripts().get(i), sheet.codes().get(i));
      }
    }

    private void read(Element script, String data) {
      var source = script.attr("src").toLowerCase(Locale.ROOT);
      var code = source.isEmpty() ? data : "";
      var error = isErrorEntry(source) || script.id().equals("_jiucuo_") || code.contains("jiucuo");
      if (error) {
        errorEntry = true;
        var its = script.attr("sitecode");
        errorCode =
            its.isBlank()
                ? errorCode.or(() -> first(ERROR_CODE, script.attr("src") + code))
                : Optional.of(its.strip());
      }
      party |= source.contains("conac.cn") || code.contains("conac.cn");
      footer |= isFooter(source) || code.contains("备案") || code.contains("主办单位");
      footer |= code.length() < 4000 && code.contains(".load(") && isFooter(code);
    }
  }

  private static boolean isErrorEntry(String url) {
    return url.contains("jiucuo")
        || url.contains("zhaocuo")
        || url.contains("zfwzgl")
        || url.contains("zfwzzc");
  }

  private static boolean isFooter(String name) {
    return name.contains("foot")
        || name.contains("bottom")
        || name.contains("copyright")
        || name.contains("yejiao")
        || name.contains("banquan")
        || name.contains("wjb");
  }

  private static Optional<String> first(Pattern mark, String text) {
    return first(mark, text, 1);
  }

  private static Optional<String> first(Pattern mark, String text, int group) {
    var found = mark.matcher(text);
    return found.find() ? Optional.of(found.group(group).strip()) : Optional.empty();
  }

  /// Full-width forms made ordinary, character for character, so that places stay the same.
  private static String ordinary(String written) {
    var text = new StringBuilder(written);
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      if (c >= '\uFF01' && c <= '\uFF5E') {
        text.setCharAt(i, (char) (c - 0xFEE0));
      }
    }
    return text.toString();
  }
}
