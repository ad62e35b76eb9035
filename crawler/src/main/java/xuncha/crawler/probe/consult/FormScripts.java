package xuncha.crawler.probe.consult;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import xuncha.crawler.Inquiry.Ground;
import xuncha.crawler.Inquiry.Sought;
import xuncha.crawler.fetch.WebAddress;
import xuncha.findings.visit.Failure;

/// Whether a page's scripts can have a hand in what is written into its form, as far as reading
/// them tells; most pages have scripts, and few of these touch the form. A browser is started only
/// for these.
///
/// A script can touch a form in three ways: the form's own attributes call it; it names the form,
/// its field or its button by id, name or class; or it takes hold of forms, text fields or
/// submissions of whatever name. Scripts that could not be read may do anything.
final class FormScripts {
  /// Files that are read of one page; a page with more may do anything.
  private static final int MOST_FILES = 8;

  /// Names shorter than this stand in any script by chance.
  private static final int LEAST_NAME = 3;

  /// Libraries that do nothing to a form by themselves. Those that check forms are not among them.
  private static final Pattern NEUTRAL =
      Pattern.compile(
          "/(?:jquery(?:-migrate)?(?:[-.]?\\d[\\d.]*)?|swiper(?:-bundle)?|(?:jquery\\.)?superslide[\\d.]*"
              + "|html5shiv|respond|es5-shim|polyfill|echarts|laydate|wow|slick|qrcode|jweixin[-\\d.]*)"
              + "(?:[.-](?:min|slim|pack))*\\.js$",
          Pattern.CASE_INSENSITIVE);

  /// Takes hold of forms whatever their names are.
  private static final Pattern ANY_FORM =
      Pattern.compile(
          "\\bforms\\b|textarea|onsubmit|['\"`]submit['\"`]|\\.submit\\b|validat|['\"`\\s,(]form['\"`\\s\\[.:>,]"
              + "|['\"`]input\\b|new\\s+Vue|createApp|ReactDOM|angular|contenteditable|\\bdocument\\.all\\b",
          Pattern.CASE_INSENSITIVE);

  /// Attributes by which an element calls a script, or a framework finds it.
  private static final Pattern CALLING =
      Pattern.compile(
          "on[a-z]+|v-.*|@.*|:.*|ng-.*|data-(?:val|rule|parsley|bv|validat|bind).*",
          Pattern.CASE_INSENSITIVE);

  private final Ground ground;

  FormScripts(Ground ground) {
    this.ground = ground;
  }

  /// Whether the form has to be tried to be known. Asks for the page's own script files.
  boolean mayCheck(Document page, ConsultForm form) {
    return !form.block().nameIs("form")
        || calls(form.block())
        || code(page).map(code -> touches(code, form)).orElse(true);
  }

  /// The form, its fields and its buttons call scripts themselves.
  private static boolean calls(Element block) {
    return parts(block)
        .anyMatch(element ->
            element.attributes().asList().stream()
                    .anyMatch(attribute -> CALLING.matcher(attribute.getKey()).matches())
                || (element.attr("href") + element.attr("action"))
                    .toLowerCase(Locale.ROOT)
                    .contains("javascript:"));
  }

  private static Stream<Element> parts(Element block) {
    return Stream.concat(
        Stream.of(block),
        block.select("input:not([type=hidden]), textarea, select, button, a").stream());
  }

  private static boolean touches(String code, ConsultForm form) {
    return ANY_FORM.matcher(code).find()
        || names(form).stream().anyMatch(name -> names(code, name));
  }

  /// Whether the code has that name, and not as a part of another word; a short one has to stand
  /// where names of elements do.
  private static boolean names(String code, String name) {
    var before = name.length() < LEAST_NAME ? "['\"#.=]" : "(?<![\\w-])";
    return Pattern.compile(before + Pattern.quote(name) + "(?![\\w-])").matcher(code).find();
  }

  /// What a script would call the form, its fields and its buttons.
  private static List<String> names(ConsultForm form) {
    var names = new ArrayList<String>();
    for (var element : parts(form.block()).toList()) {
      names.add(element.id());
      names.add(element.attr("name"));
      names.addAll(element.classNames());
    }
    return names.stream().filter(name -> !name.isEmpty()).distinct().toList();
  }

  /// All scripts of the page, one after the other; empty where one could not be read.
  private Optional<String> code(Document page) {
    var code = new StringBuilder();
    for (var script : page.getElementsByTag("script")) {
      code.append(script.data()).append('\n');
    }
    var files =
        page.select("script[src]").stream()
            .map(script -> script.absUrl("src"))
            .filter(url -> !NEUTRAL.matcher(url.replaceFirst("[?#].*", "")).find())
            .distinct()
            .toList();
    if (files.size() > MOST_FILES) {
      return Optional.empty();
    }
    for (var file : files) {
      var read = read(file, page.location());
      if (read.isEmpty()) {
        return Optional.empty();
      }
      code.append(read.get()).append('\n');
    }
    return Optional.of(code.toString());
  }

  /// One file; nothing where the site has none there, for then nothing runs.
  private Optional<String> read(String file, String page) {
    if (WebAddress.of(file).isEmpty() || !ground.sameBody(file)) {
      return Optional.empty();
    }
    return switch (ground.seek(file, page)) {
      case Sought.Page script ->
          Optional.of(new String(script.answer().body().bytes(), StandardCharsets.UTF_8));
      case Sought.Nothing nothing ->
          nothing.why().kind() == Failure.Kind.NOT_FOUND ? Optional.of("") : Optional.empty();
    };
  }
}
