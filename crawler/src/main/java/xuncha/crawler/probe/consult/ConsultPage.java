package xuncha.crawler.probe.consult;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import xuncha.crawler.Inquiry.Opened;
import xuncha.findings.visit.Link;
import xuncha.findings.visit.PageFacts;

/// A page on the way to a form.
///
/// @param facts what it says
/// @param tree its tree
/// @param text its visible lines
record ConsultPage(PageFacts facts, Optional<Document> tree, List<String> text) {
  private static final int LONGEST_NAME = 20;
  private static final int ENTRIES = 3;

  private static final Pattern SHUT =
      Pattern.compile(
          "(?:系统|平台|信箱|通道|留言|写信|来信)(?:功能|提交)?(?:已|已经|暂时?|现)?(?:关闭|停止|不开放|暂停)|非(?:受理|服务|开放|工作)时(?:间|段)|不在(?:受理|服务|开放)时(?:间|段)|(?:当前|现在|目前)(?:不|未|已)(?:开放|受理|关闭|停止)|(?:暂停|停止)(?:受理|接收|提交|留言|写信)");

  private static final Pattern LOGIN =
      Pattern.compile(
          "请(?:您)?先(?:登录|登陆)|(?:登录|登陆|注册)(?:后|之后)(?:方可|才能|才可|再|即可|可)|(?:需|须|需要|必须)(?:先)?(?:登录|登陆|实名)|您(?:还)?(?:未|没有)(?:登录|登陆)");

  /// What leads on from a notice or a first step.
  private static final Pattern ON =
      Pattern.compile(
          "^(?:我)?(?:已(?:经)?(?:认真)?阅读|同意)|下一步|继续|^(?:点击|立即|马上|现在|开始|进入)|我要(?:写信|咨询|留言|提问|建议|说|反映)|^(?:网上|在线)?(?:写信|咨询|留言|提问|建言)$|写信|进入");

  private static final Pattern NOT_ON =
      Pattern.compile("首页|主页|退出|取消|不同意|返回|查询|选登|公开|登录|注册|下载|无障碍|专题|微博|微信");

  /// Addresses that do something rather than show something. They are never asked for.
  private static final Pattern ACTS =
      Pattern.compile(
          "save|submit|add(?!ress)|insert|create|delete|remove|update|send|logout|tijiao|baocun|fabu|^post(?:$|[._-])",
          Pattern.CASE_INSENSITIVE);

  static ConsultPage of(Opened.Page page) {
    var tree = page.tree();
    var lines = tree.map(LetterValues::lines).orElse(List.of());
    return new ConsultPage(page.facts(), tree, lines);
  }

  Optional<ConsultForm> form() {
    return tree.flatMap(ConsultForm::in);
  }

  /// Whether it is a list of what others wrote: a box that publishes and takes nothing.
  boolean isList() {
    return facts.lists().stream().anyMatch(list -> list.main() && list.items().size() >= ENTRIES);
  }

  /// Its text, line by line.
  String all() {
    return String.join("\n", text);
  }

  boolean isShut() {
    return text.stream().anyMatch(line -> line.length() < 120 && SHUT.matcher(line).find());
  }

  /// Whether one has to log in before one can write there.
  boolean wantsLogin() {
    return facts.state() == PageFacts.PageState.LOGIN_WALL
        || tree.filter(page -> page.selectFirst("input[type=password]") != null).isPresent()
        || text.stream().anyMatch(line -> line.length() < 60 && LOGIN.matcher(line).find());
  }

  /// Whether it is a notice to be agreed to.
  boolean wantsAgreement() {
    return text.stream().anyMatch(line -> line.contains("须知") || line.contains("同意"))
        && tree.filter(page ->
                page.selectFirst("input[type=checkbox], button, input[type=button]") != null)
            .isPresent();
  }

  /// What the page's title, headline and place on the site say.
  Optional<ChannelName> about() {
    var crumbs = tree.map(Crumbs::of).map(Crumbs::path).orElse("");
    var words = facts.title() + " " + facts.headline() + " " + crumbs;
    return ChannelName.in(words);
  }

  /// Where a person would go on, likeliest first: frames, then links that say so, then addresses
  /// that the page's buttons lead to.
  List<String> onward(boolean sure) {
    var frames = urls(link -> link.kind() == Link.Kind.FRAME);
    var links =
        urls(link ->
            link.kind() == Link.Kind.ANCHOR
                && link.region() != Link.Region.FOOTER
                && !link.text().isBlank()
                && link.text().length() <= LONGEST_NAME
                && ON.matcher(link.text().strip()).find()
                && !NOT_ON.matcher(link.text()).find());
    var buttons =
        sure && wantsAgreement()
            ? urls(link -> link.kind() == Link.Kind.SCRIPTED && link.region() == Link.Region.MAIN)
            : List.<String>of();
    return Stream.of(frames, links, buttons).flatMap(List::stream).distinct().toList();
  }

  /// Whether the page shows that address in a frame.
  boolean isFrame(String url) {
    return urls(link -> link.kind() == Link.Kind.FRAME).contains(url);
  }

  private List<String> urls(Predicate<Link> wanted) {
    return facts.links().stream()
        .filter(wanted)
        .map(Link::url)
        .filter(this::onlyShows)
        .distinct()
        .toList();
  }

  /// Whether asking for it sends nothing: no form goes there, and it is not called like a deed.
  private boolean onlyShows(String url) {
    var path = path(url);
    return !isDeed(url) && facts.forms().stream().noneMatch(form -> form.action().startsWith(path));
  }

  /// Whether the last part of the address's path is called like a deed.
  static boolean isDeed(String url) {
    var path = path(url);
    return ACTS.matcher(path.substring(path.lastIndexOf('/') + 1)).find();
  }

  private static String path(String url) {
    var query = url.indexOf('?');
    return query < 0 ? url : url.substring(0, query);
  }
}
