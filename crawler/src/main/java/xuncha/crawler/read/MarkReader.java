package xuncha.crawler.read;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import xuncha.findings.visit.Link.Region;
import xuncha.findings.visit.Marks;
import xuncha.findings.visit.Marks.Elsewhere;

/// Finds the identification marks of standards §6.3 in a page's text, links, pictures and scripts,
/// and says where more of them may be.
final class MarkReader {
  private static final String PROVINCES = "[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川蜀宁琼滇黔陇港澳台]";

  /// Which of the sites of one filing it is: 皖ICP备05001234号-2.
  private static final String PART = "(?:\\s?[-－—]\\s?\\d{1,3}(?!\\d))?";

  /// The number of a filing (备案). An ICP证 is the licence of a trader (经营许可证), another thing.
  private static final Pattern ICP =
      Pattern.compile(
          "(?:"
              + PROVINCES
              + "|[(\\[]"
              + PROVINCES
              + "[)\\]])\\s?ICP\\s?(?:备案?)?\\s?(?:案|字|序|编)?\\s?号?\\s?:?\\s?(?:B2-)?\\d{6,10}\\s?号?"
              + PART,
          Pattern.CASE_INSENSITIVE);

  /// ICP备案号：皖05001234号, the province behind the label.
  private static final Pattern ICP_BEHIND =
      Pattern.compile("ICP备案?(?:序|编)?号?[:;]" + PROVINCES + "\\d{6,10}号?", Pattern.CASE_INSENSITIVE);

  private static final Pattern POLICE =
      Pattern.compile(PROVINCES + "?公网安备(?:案?号)?:?\\s?\\d{8,16}号?" + PART);

  /// 公安备案号：…, 皖公安网备…: the same number in words that are not the prescribed ones.
  private static final Pattern POLICE_IN_WORDS =
      Pattern.compile(
          PROVINCES
              + "?公安(?:机关|部)?(?:互?联?网站?)?(?:安全)?备案?(?:登记)?(?:编?号|编码)?[:;]?\\s?\\d{11,16}号?"
              + PART);

  private static final Pattern SITE_CODE =
      Pattern.compile(
          "(?:标识|识别)(?:编?码|号|代码)(?:编码)?[为是]?[:;(]?\\s?([A-Za-z]{0,2}\\d{6,14})(?![A-Za-z\\d])");

  /// The code before its name: 3401230001（网站标识码）.
  private static final Pattern CODE_AHEAD =
      Pattern.compile("(?:bm\\d{8}|\\d{10})(?=\\(?(?:政府)?(?:网站)?(?:标识|识别)码)");

  /// 主办： and 主办单位, with a colon or without; what follows is a name and not the next label.
  private static final Pattern ORGANISER =
      Pattern.compile(
          "主\\s?[办管]\\s?(?:单\\s?位\\s{0,4}[:;]?|方?[:;]|方?\\s{1,4}[:;])\\s{0,4}(?!承\\s?办|协\\s?办|主\\s?[办管]|技术|维护|联系|电话|地址|版权)([^\\s:,;|。]{2,40})");

  private static final Pattern NEXT_LABEL =
      Pattern.compile(
          "(?<=.{4})(?:承\\s?办|协\\s?办|主\\s?[管办]|技术支持|运维|(?:联系)?电话|(?:联系|单位)?地址)(?:单\\s?位)?$");

  /// 某某局主办 or 主管主办, set apart: in a sentence of an article somebody holds an event. A sentence
  /// about this very site (本网站由某某局主办) is none of an article's.
  private static final Pattern SPONSOR =
      Pattern.compile(
          "(?:(?<![^\\s:;|])(?:(?:本网?站|本网|网站)由|^由)?+|(?<=主管[,、·]))((?:(?!(?<!自)由|主管·)[^\\s:,;|。]){4,30}?)\\s?(?:主管[、/]?)?主办(?:[、/]?主管)?(?!单位|方)(?=[\\s;|]|$|[,、]?[^\\s,;|。]{0,30}[承协]办(?:[\\s:;|]|$))");

  /// Some body's name, and nothing else.
  private static final Pattern BODY = Pattern.compile("[^\\s:,;|。]{4,40}");

  private static final Pattern POLICE_LINK =
      Pattern.compile(
          "beian\\.(?:gov|mps\\.gov)\\.cn/[^\"'\\s]*?(?:recordcode|code)=(\\d{6,20})",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern MAIL_TO =
      Pattern.compile("^mailto:([\\w.-]{1,40}@[\\w.-]{4,60})", Pattern.CASE_INSENSITIVE);

  private static final Pattern ERROR_CODE =
      Pattern.compile("site_?code=([A-Za-z0-9]{6,16})", Pattern.CASE_INSENSITIVE);

  /// The site code that a press hands on: Link('3401230001').
  private static final Pattern PRESSED_CODE =
      Pattern.compile("\\(\\s*['\"](bm\\d{8}|\\d{10})['\"]\\s*[,)]");

  /// What a script says to put something into the page.
  private static final Pattern WRITES =
      Pattern.compile(
          "innerHTML|outerHTML|insertAdjacent|appendChild|\\.append\\(|\\.prepend\\(|document\\.write|\\.html\\(|\\.load\\(|import\\s");

  /// Remarks in a script, on lines of their own, do nothing.
  private static final Pattern REMARKS =
      Pattern.compile("(?m)^\\s*//[^\\n]*$|/\\*(?:[^*]|\\*(?!/)){0,2000}+\\*/");

  /// What a link to the page with all numbers is called.
  private static final Set<String> CONTACT_PAGE = Set.of("联系我们", "联系方式", "联系本站", "联系本网");

  /// Elements that scripts put a footer into.
  private static final Set<String> FILLED =
      Set.of("div", "footer", "p", "span", "td", "ul", "center", "section", "li");

  private final Sheet sheet;
  private final Regions regions;
  private final Anchors anchors;
  private final String host;
  private final boolean complete;
  private final boolean home;
  private final MarkText text;

  private MarkReader(
      Sheet sheet, Regions regions, Anchors anchors, String url, boolean complete, boolean home) {
    this.complete = complete;
    this.home = home;
    this.sheet = sheet;
    this.regions = regions;
    this.anchors = anchors;
    host = Addresses.host(url);
    text = new MarkText(sheet, regions, anchors, host, home);
  }

  /// @param url the page's address
  /// @param complete whether the page's scripts have done what they do
  /// @param home whether it is the home page; on others, numbers in the text are not the site's
  static Marks of(
      Sheet sheet, Regions regions, Anchors anchors, String url, boolean complete, boolean home) {
    return new MarkReader(sheet, regions, anchors, url, complete, home).read();
  }

  private Marks read() {
    var scripts = new Scripts();
    var policeLink = Optional.<String>empty();
    var errorCode = scripts.errorCode;
    var party = scripts.party;
    var error = scripts.errorEntry;
    var sitemap = Optional.<String>empty();
    var contactPage = Optional.<String>empty();
    var mailbox = Optional.<String>empty();
    for (var anchor = 0; anchor < anchors.size(); anchor++) {
      var url = anchors.url(anchor);
      var element = anchors.element(anchor);
      // what a script of the page's opens when it is pressed: onclick="OpenUrl('http://…')"
      var opened = url.isEmpty() ? sheet.element(element).attr("onclick") : url;
      if (opened.contains("beian") && policeLink.isEmpty()) {
        // some name the number behind a #, which is no part of a page's address
        policeLink =
            first(POLICE_LINK, opened)
                .or(() -> first(POLICE_LINK, sheet.element(element).attr("href")));
      }
      party |= opened.contains("conac.cn");
      if (isErrorEntry(opened)) {
        error = true;
        errorCode = errorCode.isPresent() ? errorCode : first(ERROR_CODE, opened);
      }
      var said = anchors.text(anchor);
      error |= said.length() < 20 && (said.contains("政府网站找错") || said.contains("政府网站纠错"));
      var name = said.length() < 20 ? Words.plain(said) : "";
      if (url.isEmpty()) {
        mailbox = mailbox.isPresent() ? mailbox : mailbox(element, name);
        continue;
      }
      if (sitemap.isEmpty() && isSitemap(name)) {
        sitemap = Optional.of(url);
      }
      if (contactPage.isEmpty() && CONTACT_PAGE.contains(name)) {
        contactPage = Optional.of(name);
      }
    }
    var pictures = new Pictures(error, party, policeLink, errorCode);
    var linked = pictures.policeLink;
    var marks =
        new Marks(
            icp(),
            text.mark("网安备", 3, POLICE, 0)
                .or(() ->
                    linked.isPresent() ? Optional.empty() : text.mark("公安", 2, POLICE_IN_WORDS, 0))
                .or(() -> inPictures(POLICE, 0)),
            linked,
            siteCode(pictures.errorCode),
            pictures.errorCode,
            pictures.errorEntry || text.text().contains("我为政府网站找错"),
            pictures.party,
            text.words("主", 0, ORGANISER, 1)
                .map(MarkReader::withoutNextLabel)
                .or(() -> text.words("主办", 34, SPONSOR, 1))
                .or(() -> text.alone("主办", SPONSOR, 1))
                .or(() -> text.beside("主办", BODY))
                .or(() -> inPictures(ORGANISER, 1)),
            contact(mailbox.isPresent() ? mailbox : contactPage),
            sitemap,
            Elsewhere.NOWHERE);
    return marks.but(new Unread(scripts).elsewhere(marks));
  }

  /// Elements side by side leave no blank: 主办：某某局承办：某某中心.
  private static String withoutNextLabel(String name) {
    return NEXT_LABEL.matcher(name).replaceFirst("");
  }

  private Optional<String> icp() {
    return text.mark("ICP", 4, ICP, 0)
        .or(() -> text.mark("icp", 4, ICP, 0))
        .or(() -> text.mark("ICP", 0, ICP_BEHIND, 0))
        .or(() -> inPictures(ICP, 0));
  }

  /// Where a footer names several, the one that its error-report entry names too.
  private Optional<String> siteCode(Optional<String> errorCode) {
    var codes = new ArrayList<>(text.marks("标", 0, SITE_CODE, 1));
    codes.addAll(text.marks("识别", 0, SITE_CODE, 1));
    codes.addAll(text.marks("标识码", 20, CODE_AHEAD, 0));
    return codes.stream()
        .map(MarkText::ordinary)
        .sorted(Comparator.comparing(code -> errorCode.filter(code::equalsIgnoreCase).isEmpty()))
        .findFirst()
        .or(() -> inPictures(SITE_CODE, 1));
  }

  /// Pictures say marks too, in their alternative text.
  private Optional<String> inPictures(Pattern mark, int group) {
    for (var at = 0; at < sheet.size(); at++) {
      if (sheet.tag(at).equals("img")) {
        var found = first(mark, MarkText.ordinary(sheet.element(at).attr("alt")), group);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  /// The marks that are pictures, where neither link nor script says what they are.
  private final class Pictures {
    private boolean errorEntry;
    private boolean party;
    private Optional<String> policeLink;
    private Optional<String> errorCode;

    Pictures(
        boolean errorEntry,
        boolean party,
        Optional<String> policeLink,
        Optional<String> errorCode) {
      this.errorCode = errorCode;
      this.errorEntry = errorEntry;
      this.party = party;
      this.policeLink = policeLink;
      for (var at = 0; at < sheet.size(); at++) {
        if (sheet.tag(at).equals("img")) {
          read(sheet.element(at));
        } else if (sheet.tag(at).equals("iframe")) {
          // the form itself, shown on the page
          this.errorEntry |= isErrorEntry(sheet.element(at).attr("src").toLowerCase(Locale.ROOT));
        }
      }
    }

    private void read(Element picture) {
      var source = picture.attr("src").toLowerCase(Locale.ROOT);
      var said = picture.attr("alt") + picture.attr("title");
      var pressed = picture.attr("onclick");
      if (isErrorEntry(source) || said.contains("网站找错") || said.contains("网站纠错")) {
        errorEntry = true;
        errorCode = errorCode.or(() -> codePressed(picture));
      }
      party |=
          source.contains("conac")
              || pressed.contains("conac.cn")
              || said.contains("党政机关")
              || said.contains("事业单位标识");
      if (policeLink.isEmpty() && pressed.contains("beian")) {
        policeLink = first(POLICE_LINK, pressed);
      }
    }
  }

  /// What is pressed is the picture, or the link around it.
  private static Optional<String> codePressed(Element picture) {
    var around = picture.parent();
    return first(PRESSED_CODE, picture.attr("onclick"))
        .or(() ->
            around == null
                ? Optional.empty()
                : first(PRESSED_CODE, around.attr("onclick") + around.attr("href")));
  }

  /// @param link the mailbox that a link of the site's opens, or what one to a page with all
  ///   numbers is called
  private Optional<String> contact(Optional<String> link) {
    var reader = new ContactReader(text, home);
    return reader
        .telephone()
        .or(() -> home ? inPictures(ContactReader.TELEPHONE, 1) : Optional.empty())
        .or(reader::mailbox)
        .or(() -> link)
        .or(reader::fax);
  }

  /// Whom the link writes a mail to, where it is the site's: in its footer, or called so.
  private Optional<String> mailbox(int element, String name) {
    var address = sheet.element(element).attr("href");
    return regions.at(element) == Region.FOOTER || CONTACT_PAGE.contains(name)
        ? first(MAIL_TO, address)
        : Optional.empty();
  }

  /// What of the page's marks may stand where we cannot read: the absence of a mark is only proven
  /// on a page that hides nothing.
  private final class Unread {
    private final Scripts scripts;

    Unread(Scripts scripts) {
      this.scripts = scripts;
    }

    Elsewhere elsewhere(Marks marks) {
      var bare = isBare(marks);
      if (complete
          ? bare && OnDemand.onScroll(sheet.codes())
          : scripts.footer || scriptsMayFill() || (bare && mayWrite())) {
        return Elsewhere.SCRIPTS;
      }
      if (hasFrame()) {
        return Elsewhere.FRAME;
      }
      return bare && marks.contact().isEmpty() && hasPicture()
          ? Elsewhere.PICTURE
          : Elsewhere.NOWHERE;
    }

    /// Hardly a mark in the text: a footer that is written out has most of them.
    private static boolean isBare(Marks marks) {
      var shown =
          Stream.of(marks.icp(), marks.police(), marks.siteCode(), marks.organiser())
              .filter(Optional::isPresent)
              .count();
      return shown <= 1;
    }

    /// Whether a script of the page's own could put anything anywhere.
    private boolean mayWrite() {
      for (var i = 0; i < sheet.scripts().size(); i++) {
        var script = sheet.scripts().get(i);
        if (script.hasAttr("src")
            ? isOwn(script.absUrl("src"))
            : WRITES.matcher(sheet.codes().get(i)).find()) {
          return true;
        }
      }
      return false;
    }

    /// A place in the lower half that something else fills: a block called like a footer with
    /// hardly a word, or an empty one with a name, where scripts may write.
    private boolean scriptsMayFill() {
      var writing = false;
      var asked = false;
      for (var at = 0; at < sheet.size(); at++) {
        var element = sheet.element(at);
        if (sheet.from(at) < text.text().length() / 2
            || element.attributesSize() == 0
            || sheet.letters(at) >= 4
            || sheet.pictures(at) > 0
            || sheet.last(at) - at >= 4
            || !element.attr("style").isEmpty()
            || !FILLED.contains(element.normalName())) {
          continue;
        }
        if (isFooter((element.id() + " " + element.className()).toLowerCase(Locale.ROOT))) {
          return true;
        }
        if (isSlot(element) && sheet.letters(at) == 0 && sheet.last(at) == at) {
          writing = asked ? writing : mayWrite();
          asked = true;
          if (writing) {
            return true;
          }
        }
      }
      return false;
    }

    /// Scripts find what they fill by its id, or say in its data what it is to hold.
    private static boolean isSlot(Element element) {
      return !element.id().isEmpty()
          || element.attributes().asList().stream()
              .anyMatch(attribute -> attribute.getKey().startsWith("data-"));
    }

    /// A page of the same body shown in the lower part of this one.
    private boolean hasFrame() {
      for (var at = 0; at < sheet.size(); at++) {
        if (sheet.tag(at).equals("iframe")
            && (regions.at(at) == Region.FOOTER || sheet.from(at) >= text.text().length() * 2 / 3)
            && isOwn(sheet.element(at).absUrl("src"))) {
          return true;
        }
      }
      return false;
    }

    /// A picture that may be the whole footer: with areas to press, or the last thing on the page.
    private boolean hasPicture() {
      for (var at = sheet.size() - 1; at >= 0; at--) {
        if (sheet.tag(at).equals("img")
            && sheet.from(at) >= text.text().length() * 2 / 3
            && (sheet.element(at).hasAttr("usemap") || regions.at(at) == Region.FOOTER)) {
          return true;
        }
      }
      return false;
    }

    private boolean isOwn(String url) {
      return url.startsWith("http") && SameBody.mayBe(host, Addresses.host(url));
    }
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
      var code = source.isEmpty() ? REMARKS.matcher(data).replaceAll("") : "";
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

  private static boolean isSitemap(String said) {
    return said.length() < 10
        && (said.contains("网站地图") || said.contains("站点地图") || said.equals("sitemap"));
  }

  private static boolean isErrorEntry(String url) {
    return url.contains("jiucuo")
        || url.contains("zhaocuo")
        || url.contains("zfwzgl")
        || url.contains("zfwzzc");
  }

  /// Files and loading scripts run words together (pagefooter.js), so no word by word here.
  private static boolean isFooter(String name) {
    return name.contains("foot")
        || name.contains("bottom")
        || name.contains("copyright")
        || name.contains("yejiao")
        || name.contains("banquan")
        || name.contains("wjb");
  }

  static Optional<String> first(Pattern mark, String text) {
    return first(mark, text, 1);
  }

  private static Optional<String> first(Pattern mark, String text, int group) {
    var found = mark.matcher(text);
    return found.find() ? Optional.of(found.group(group).strip()) : Optional.empty();
  }
}
