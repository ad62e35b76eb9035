package xuncha.crawler.probe.search;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;
import org.jspecify.annotations.Nullable;
import xuncha.crawler.fetch.SearchPost;
import xuncha.crawler.fetch.WebAddress;
import xuncha.crawler.probe.search.SearchBox.Choices;
import xuncha.crawler.probe.search.SearchBox.Writing;
import xuncha.crawler.read.Words;
import xuncha.findings.edition.Lexicon;
import xuncha.findings.visit.SearchTrial.Method;

/// Finds the search boxes of a page by what they are made of: one field to write into, something to
/// press beside it, and words, names or a role that say what for.
final class SearchBoxes {
  private static final int MOST_FIELDS = 300;
  private static final int CLIMB = 5;
  private static final int ENOUGH = 3;

  /// Names that authors give to what searches.
  private static final Pattern NAME =
      Pattern.compile(
          "search|query|keyword|sousuo|jiansuo|chaxun|(?:^|[^a-z])(?:so|ss|sou|kw|wd|q|qt|key|keys|find|s)(?:$|[^a-z])|searchword|sokey|soinput|fulltext|quanwen",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern GLASS =
      Pattern.compile(
          "search|sousuo|magnif|glass|fangdajing|zoom|icon-so\\b|(?:^|[/_.-])(?:so|ss|sou)(?:[_.-]|$)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern CALLED = Pattern.compile("([A-Za-z_$][\\w$]*)\\s*\\(");
  private static final Pattern SORTING =
      Pattern.compile("时间|日期|相关|排序|升序|降序|标题|正文|全文|内容|附件|作者|来源|模糊|精确|一天|一周|一月|一年|位置");

  private final Document page;
  private final String url;
  private final Charset charset;
  private final Words words;
  private final Words other;
  private final Words whole;
  private final String scripts;
  private final Set<String> columns;

  private record Rated(SearchBox box, int score) {}

  /// What a page has.
  ///
  /// @param boxes ways to ask, the likeliest first
  /// @param opaque whether there is a box of which only a script knows what it does
  record Found(List<SearchBox> boxes, boolean opaque) {
    Found {
      boxes = List.copyOf(boxes);
    }
  }

  private SearchBoxes(
      Document page, String url, String charset, Lexicon lexicon, Set<String> columns) {
    this.page = page;
    this.url = url;
    this.charset = named(charset);
    this.words = Words.of(lexicon, "search.box");
    this.other = Words.of(lexicon, "search.other");
    this.whole = Words.of(lexicon, "search.whole");
    this.columns = columns;
    var code = new StringBuilder();
    for (var script : page.getElementsByTag("script")) {
      if (script.data().length() < 200_000) {
        code.append(script.data()).append('\n');
      }
    }
    this.scripts = code.toString();
  }

  /// @param charset the page's, by its WHATWG name
  /// @param columns bare names of the site's columns
  static Found in(Document page, String url, String charset, Lexicon lexicon, Set<String> columns) {
    return new SearchBoxes(page, url, charset, lexicon, columns).found();
  }

  private static Charset named(String charset) {
    try {
      return Charset.forName(charset);
    } catch (IllegalArgumentException unknown) {
      return StandardCharsets.UTF_8;
    }
  }

  private Found found() {
    var rated = new ArrayList<Rated>();
    var opaque = false;
    var inputs = page.select("input, [contenteditable=true], textarea");
    for (var input : inputs.subList(0, Math.min(MOST_FIELDS, inputs.size()))) {
      if (!takesWords(input)) {
        continue;
      }
      var block = block(input);
      var score = score(input, block);
      if (score >= ENOUGH) {
        var ways = ways(input, block);
        ways.forEach(way -> rated.add(new Rated(way, score + (way.plain() ? 1 : 0))));
        opaque |= ways.isEmpty();
      } else if (score > 0) {
        opaque = true; // too little to be sure, and too much to say that there is none
      }
    }
    rated.sort(Comparator.comparingInt(Rated::score).reversed());
    var boxes = rated.stream().map(Rated::box).distinct().toList();
    return new Found(boxes, opaque);
  }

  private static boolean takesWords(Element input) {
    if (!input.nameIs("input")) {
      return false;
    }
    return switch (type(input)) {
      case "text", "search" -> !input.hasAttr("disabled");
      default -> false;
    };
  }

  static String type(Element field) {
    if (!field.nameIs("input")) {
      return field.nameIs("button")
          ? field.attr("type").isEmpty() ? "submit" : lower(field.attr("type"))
          : field.normalName();
    }
    var type = lower(field.attr("type"));
    return type.isEmpty() ? "text" : type;
  }

  // which box it is

  /// The form, or the smallest block that holds something to press too.
  private static Element block(Element input) {
    var form = form(input);
    if (form != null) {
      return form;
    }
    var block = input;
    for (var climb = 0; climb < CLIMB && block.parent() != null; climb++) {
      block = block.parent();
      if (block.nameIs("body")) {
        break;
      }
      if (controls(block).stream().anyMatch(control -> !control.equals(input))) {
        return block;
      }
    }
    return input.parent() == null ? input : input.parent();
  }

  private static @Nullable Element form(Element input) {
    for (var form : input.root().getElementsByTag("form")) {
      if (form instanceof FormElement element && element.elements().contains(input)) {
        return form;
      }
    }
    return null;
  }

  private static List<Element> controls(Element block) {
    return block.select(
        "button, a, input[type=button], input[type=submit], input[type=image], img, [onclick], i, svg");
  }

  private int score(Element input, Element block) {
    var typed = block.select("input").stream().filter(SearchBoxes::takesWords).count();
    if (!block.select("input[type=password], input[type=file]").isEmpty()
        || typed > 4
        || (block.nameIs("form") && !block.select("textarea").isEmpty())) {
      return -1;
    }
    var own =
        String.join(
            " ",
            input.attr("placeholder"),
            input.attr("title"),
            input.attr("aria-label"),
            input.attr("value"),
            labelled(input));
    var beside = new StringBuilder();
    var icons = new StringBuilder();
    for (var control : pressed(block)) {
      var text = control.text();
      if (text.length() <= 8) {
        beside.append(text).append(' ');
      }
      beside
          .append(type(control).matches("button|submit|image") ? control.attr("value") : "")
          .append(' ')
          .append(control.attr("title"))
          .append(' ')
          .append(control.attr("alt"))
          .append(' ')
          .append(control.attr("aria-label"))
          .append(' ');
      icons
          .append(control.className())
          .append(' ')
          .append(control.id())
          .append(' ')
          .append(file(control.attr("src")))
          .append(' ');
    }
    var near = block.nameIs("body") || block.text().length() > 80 ? "" : block.text();
    if (other.in(Words.plain(own)).isPresent()
        || (words.in(Words.plain(own)).isEmpty()
            && other.in(Words.plain(near + beside)).isPresent())) {
      return -1;
    }
    var score = 0;
    score += type(input).equals("search") || hasRole(input) ? 3 : 0;
    score += words.in(Words.plain(own)).isPresent() ? 3 : 0;
    score += words.in(Words.plain(beside + near)).isPresent() ? 3 : 0;
    score += NAME.matcher(input.attr("name") + " " + input.id()).find() ? 2 : 0;
    score +=
        NAME.matcher(path(block.attr("action")) + " " + block.id() + " " + block.attr("name"))
                .find()
            ? 2
            : 0;
    score += NAME.matcher(input.className() + " " + block.className()).find() ? 1 : 0;
    score += GLASS.matcher(icons).find() ? 2 : 0;
    return typed > 1 ? score - 2 : score;
  }

  /// What can be pressed beside the box, or to make its block appear.
  private List<Element> pressed(Element block) {
    var pressed = new ArrayList<>(controls(block));
    var names =
        java.util.stream.Stream.concat(
                java.util.stream.Stream.of(block), block.parents().stream().limit(2))
            .map(Element::id)
            .filter(id -> id.length() > 1)
            .toList();
    for (var opener : page.select("[onclick], a[href^=javascript]")) {
      var handler = opener.attr("onclick") + opener.attr("href");
      if (names.stream().anyMatch(handler::contains) && !pressed.contains(opener)) {
        pressed.add(opener);
      }
    }
    return pressed;
  }

  private static boolean hasRole(Element input) {
    return input.attr("role").equals("searchbox")
        || input.parents().stream()
            .limit(CLIMB)
            .anyMatch(above -> above.attr("role").equals("search") || above.nameIs("search"));
  }

  private String labelled(Element input) {
    return input.id().isEmpty()
        ? ""
        : page.getElementsByTag("label").stream()
            .filter(label -> label.attr("for").equals(input.id()))
            .map(Element::text)
            .findFirst()
            .orElse("");
  }

  private static String file(String src) {
    return src.startsWith("data:") ? "" : src.substring(src.lastIndexOf('/') + 1);
  }

  private static String path(String action) {
    var query = action.indexOf('?');
    return query < 0 ? action : action.substring(0, query);
  }

  // how it is asked

  private List<SearchBox> ways(Element input, Element block) {
    var ways = new ArrayList<SearchBox>();
    var code = code(input, block);
    if (block.nameIs("form")) {
      form(input, block, code).ifPresent(ways::add);
    }
    for (var found : ScriptedAddress.in(code, scripts)) {
      scripted(input, found).ifPresent(ways::add);
    }
    return ways;
  }

  private Optional<SearchBox> form(Element input, Element form, String code) {
    var action = form.attr("action").strip();
    var name = input.attr("name");
    var address = action.isEmpty() ? Optional.of(url) : absolute(action);
    if (name.isEmpty() || address.isEmpty() || action.startsWith("#")) {
      return Optional.empty();
    }
    var post = form.attr("method").strip().equalsIgnoreCase("post");
    var choice = choice(form);
    var writing = new Writing(charset(form), 1);
    var inside =
        form instanceof FormElement element
            ? element.elements()
            : form.select("input, select, textarea, button");
    var fields = new ArrayList<SearchPost.Field>();
    var pressed = false;
    for (var field : inside) {
      var type = type(field);
      var press = type.matches("submit|image|button|reset");
      if (field.hasAttr("disabled") || (press && (pressed || !type.equals("submit")))) {
        continue;
      }
      if (type.matches("radio|checkbox") && !field.hasAttr("checked")) {
        // of a group the choice is among, one is sent when it is chosen
        if (choice.isEmpty() || !choice.get().field().equals(field.attr("name"))) {
          continue;
        }
        if (fields.stream().anyMatch(known -> known.name().equals(field.attr("name")))) {
          continue;
        }
        continue;
      }
      pressed |= press;
      if (press && field.attr("name").isEmpty()) {
        continue;
      }
      fields.add(new SearchPost.Field(field.attr("name"), type, value(field)));
    }
    var plain = !action.isEmpty() && code.isBlank();
    return Optional.of(
        new SearchBox(
            url,
            address.get(),
            post ? Method.POST : Method.GET,
            fields,
            name,
            writing,
            choice,
            longest(input),
            plain,
            ""));
  }

  private Charset charset(Element form) {
    var asked = form.attr("accept-charset").strip().split("[\\s,]+", 2)[0];
    return asked.isEmpty() ? charset : named(asked);
  }

  private static String value(Element field) {
    if (!field.nameIs("select")) {
      return type(field).matches("radio|checkbox") && !field.hasAttr("value")
          ? "on"
          : field.attr("value");
    }
    @Nullable Element first = null;
    for (var option : field.getElementsByTag("option")) {
      first = first == null || option.hasAttr("selected") ? option : first;
    }
    return first == null ? "" : first.hasAttr("value") ? first.attr("value") : first.text();
  }

  private static int longest(Element input) {
    var most = input.attr("maxlength").strip();
    return most.matches("[1-9]\\d{0,3}")
        ? Math.min(SearchBox.ANY_LENGTH, Integer.parseInt(most))
        : SearchBox.ANY_LENGTH;
  }

  private Optional<SearchBox> scripted(Element input, ScriptedAddress.Found found) {
    return absolute(found.written().replace(SearchBox.WORDS, "xunchawords"))
        .map(whole -> whole.replace("xunchawords", SearchBox.WORDS))
        .filter(whole -> whole.contains(SearchBox.WORDS))
        .map(whole ->
            new SearchBox(
                url,
                whole,
                Method.SCRIPT,
                List.of(),
                "",
                found.writing(charset),
                Optional.empty(),
                longest(input),
                false,
                ""));
  }

  private Optional<String> absolute(String written) {
    return WebAddress.resolve(page.baseUri().isEmpty() ? url : page.baseUri(), written)
        .map(WebAddress::url);
  }

  // what a script does with it

  /// The code that runs when the box is used: handlers written on it, the functions that they call,
  /// and handlers tied to it by its name.
  private String code(Element input, Element block) {
    var code = new StringBuilder();
    var near = new LinkedHashSet<Element>();
    near.add(block);
    near.add(input);
    near.addAll(controls(block));
    for (var element : near) {
      for (var handler :
          List.of("onclick", "onsubmit", "onkeydown", "onkeypress", "onkeyup", "onmousedown")) {
        code.append(element.attr(handler)).append('\n');
      }
      if (element.attr("href").regionMatches(true, 0, "javascript:", 0, 11)) {
        code.append(element.attr("href").substring(11)).append('\n');
      }
    }
    var names = new LinkedHashSet<String>();
    var called = CALLED.matcher(code);
    while (called.find() && names.size() < 20) {
      names.add(called.group(1));
    }
    code.append(ScriptedAddress.functions(scripts, List.copyOf(names)));
    for (var element : near) {
      tied(element, code);
    }
    return code.toString().isBlank() ? "" : code.toString();
  }

  private void tied(Element element, StringBuilder code) {
    for (var name : tags(element)) {
      for (var at = scripts.indexOf(name); at >= 0; at = scripts.indexOf(name, at + 1)) {
        var end = at + name.length();
        var quoted =
            at > 0
                && "\"'#.".indexOf(scripts.charAt(at - 1)) >= 0
                && end < scripts.length()
                && "\"' ".indexOf(scripts.charAt(end)) >= 0;
        if (quoted && code.length() < 20_000) {
          code.append('\n').append(ScriptedAddress.block(scripts, at));
        }
      }
    }
  }

  private static List<String> tags(Element element) {
    var tags = new ArrayList<String>();
    if (element.id().length() > 1) {
      tags.add(element.id());
    }
    if (element.nameIs("input") && element.attr("name").length() > 1) {
      tags.add(element.attr("name"));
    }
    element.classNames().stream().filter(name -> name.length() > 3).limit(3).forEach(tags::add);
    return tags;
  }

  // what has to be chosen

  /// A choice among columns: options that are called like columns of the site, or a field that is
  /// called like one.
  private Optional<Choices> choice(Element form) {
    for (var select : form.getElementsByTag("select")) {
      var options =
          select.getElementsByTag("option").stream()
              .map(option ->
                  new SearchBox.Option(
                      option.hasAttr("value") ? option.attr("value") : option.text(),
                      option.text().strip()))
              .toList();
      var choices = choices(select.attr("name"), options);
      if (choices.isPresent() && !select.hasAttr("disabled")) {
        return choices;
      }
    }
    var groups = form.select("input[type=radio][name]");
    var names = new LinkedHashSet<String>();
    groups.forEach(radio -> names.add(radio.attr("name")));
    for (var name : names) {
      var options =
          groups.stream()
              .filter(radio -> radio.attr("name").equals(name))
              .map(radio -> new SearchBox.Option(radio.attr("value"), beside(radio)))
              .toList();
      var choices = choices(name, options);
      if (choices.isPresent()) {
        return choices;
      }
    }
    return Optional.empty();
  }

  private Optional<Choices> choices(String field, List<SearchBox.Option> options) {
    var named =
        options.stream()
            .filter(option -> !option.name().isEmpty() && !option.value().isEmpty())
            .filter(option -> !option.name().contains("选择"))
            .toList();
    var all = options.stream().anyMatch(option -> isWhole(option));
    var offered = named.stream().filter(option -> !isWhole(option)).toList();
    var likeColumns =
        offered.stream().filter(option -> columns.contains(Titles.bare(option.name()))).count();
    var sorting = offered.stream().filter(option -> SORTING.matcher(option.name()).find()).count();
    if (field.isEmpty() || offered.isEmpty() || sorting * 2 > offered.size()) {
      return Optional.empty();
    }
    var called =
        field
            .toLowerCase(Locale.ROOT)
            .matches(".*(?:chan|col|cat|lanmu|pindao|type|class|lm|node).*");
    return likeColumns >= 2 || likeColumns * 2 >= offered.size() || called
        ? Optional.of(new Choices(field, offered, all))
        : Optional.empty();
  }

  private boolean isWhole(SearchBox.Option option) {
    return whole.in(Words.plain(option.name())).isPresent() && !option.name().contains("选择");
  }

  private String beside(Element radio) {
    var label = labelled(radio);
    if (!label.isEmpty()) {
      return label.strip();
    }
    if (radio.parent() != null && radio.parent().nameIs("label")) {
      return radio.parent().text().strip();
    }
    var next = radio.nextSibling();
    return next == null ? "" : org.jsoup.Jsoup.parseBodyFragment(next.outerHtml()).text().strip();
  }

  private static String lower(String text) {
    return text.strip().toLowerCase(Locale.ROOT);
  }
}
