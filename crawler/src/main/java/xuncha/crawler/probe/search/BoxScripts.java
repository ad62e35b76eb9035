package xuncha.crawler.probe.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// The code that runs when a box is used: handlers written on it, the functions that they call, and
/// handlers tied to it by its name.
final class BoxScripts {
  private static final Pattern CALLED = Pattern.compile("([A-Za-z_$][\\w$]*)\\s*\\(");
  private static final List<String> HANDLERS =
      List.of("onclick", "onsubmit", "onkeydown", "onkeypress", "onkeyup", "onmousedown");

  private final String all;

  BoxScripts(Document page) {
    var code = new StringBuilder();
    for (var script : page.getElementsByTag("script")) {
      if (script.data().length() < 200_000) {
        code.append(script.data()).append('\n');
      }
    }
    this.all = code.toString();
  }

  /// Everything that the page's scripts say.
  String all() {
    return all;
  }

  /// What has to do with that box; blank where nothing has.
  String of(BoxBlock box) {
    var code = new StringBuilder();
    var near = new LinkedHashSet<Element>();
    near.add(box.block());
    near.add(box.input());
    near.addAll(box.controls());
    for (var element : near) {
      for (var handler : HANDLERS) {
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
    code.append(ScriptedAddress.functions(all, List.copyOf(names)));
    for (var element : near) {
      tied(element, code);
    }
    return code.toString();
  }

  private void tied(Element element, StringBuilder code) {
    for (var name : tags(element)) {
      for (var at = all.indexOf(name); at >= 0; at = all.indexOf(name, at + 1)) {
        var end = at + name.length();
        var quoted =
            at > 0
                && "\"'#.".indexOf(all.charAt(at - 1)) >= 0
                && end < all.length()
                && "\"' ".indexOf(all.charAt(end)) >= 0;
        if (quoted && code.length() < 20_000) {
          code.append('\n').append(ScriptedAddress.block(all, at));
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
}
