package xuncha.crawler.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// The addresses from which a page's scripts take their list, as far as they stand in the page:
/// literals in `ajax`, `fetch` and the like, with literal parameters. Only what a GET can have; a
/// list that is asked for by POST is noticed and left alone.
final class DataAddresses {
  private static final Pattern CALL =
      Pattern.compile(
          "(?:\\burl\\s*[:=]|(?:\\.|\\b)(get|getJSON|post|ajax|load|fetch|axios|request)\\s*\\(|\\.open\\s*\\(\\s*[\"'](?:GET|POST|get|post)[\"']\\s*,)\\s*([\"'`])([^\"'`\\n]{2,300})\\2");
  private static final Pattern NOT_LISTS =
      Pattern.compile(
          "\\.(?:js|css|png|jpe?g|gif|svg|swf|ico|woff2?|mp4)(?:\\?|$)|count|hits?\\b|click|visit|pv\\b|stat(?:s|istics)?\\b|tongji|weather|tianqi|login|logout|user|captcha|verif|suggest|hotword|search|upload|vote|survey|sso|token|config|template|footer|header",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern ADDRESS =
      Pattern.compile("(?:https?:)?[./]*[\\w.-]+(?:/[^\\s]*|\\.\\w{2,5}.*|\\?.*)|/[^\\s]+");
  private static final Pattern ADDED =
      Pattern.compile("^\\+\\s*(?:[\"']([^\"'\\n]*)[\"']|([A-Za-z_$][\\w$.]*)(?!\\())\\s*");
  private static final Pattern POSTS =
      Pattern.compile(
          "(?:type|method)\\s*[:=]\\s*[\"']post|[\"']POST[\"']", Pattern.CASE_INSENSITIVE);
  private static final Pattern PARAMETERS =
      Pattern.compile("(?:data|params)\\s*:\\s*\\{([^{}]{1,800})\\}");
  private static final Pattern PARAMETER =
      Pattern.compile(
          "[\"']?([\\w.-]{1,40})[\"']?\\s*:\\s*(?:\"([^\"]{0,200})\"|'([^']{0,200})'|(-?\\d+)|([A-Za-z_$][\\w$.]*))\\s*(?:,|$)");
  private static final Pattern VARIABLE =
      Pattern.compile(
          "(?:var|let|const)\\s+([A-Za-z_$][\\w$]*)\\s*=\\s*(?:\"([^\"\\n]{0,200})\"|'([^'\\n]{0,200})'|(\\d{1,15}))\\s*(?:[;,\\n]|$)");
  private static final int MOST = 6;
  private static final int MOST_CALLS = 50;

  private final Map<String, String> variables = new HashMap<>();
  private final LinkedHashSet<String> found = new LinkedHashSet<>();
  private final Addresses addresses;
  private boolean unfetchable;

  private DataAddresses(Addresses addresses) {
    this.addresses = addresses;
  }

  /// What was found.
  ///
  /// @param urls absolute, likeliest first
  /// @param unfetchable whether there are calls that we cannot repeat: POST, or parts unknown
  record Found(List<String> urls, boolean unfetchable) {}

  static Found in(Sheet sheet, Addresses addresses) {
    var reader = new DataAddresses(addresses);
    for (var script : sheet.scripts()) {
      reader.variables(script.data());
    }
    for (var script : sheet.scripts()) {
      if (script.data().length() < 300_000) {
        reader.calls(script.data());
      }
    }
    for (var at = 0; at < sheet.size(); at++) {
      var element = sheet.element(at);
      if (element.attributesSize() > 1) {
        reader.add(element.attr("data-url"), "");
        reader.add(element.attr("data-api"), "");
        if (element.nameIs("div") || element.nameIs("ul")) {
          reader.add(element.attr("url"), "");
        }
      }
    }
    return new Found(
        List.copyOf(new ArrayList<>(reader.found).subList(0, Math.min(MOST, reader.found.size()))),
        reader.unfetchable);
  }

  /// What a script asks for, call by call where the address stands in it: whether it may be a list.
  static List<Boolean> asked(String code, Addresses addresses) {
    var asked = new ArrayList<Boolean>();
    var call = CALL.matcher(code);
    while (call.find() && asked.size() < MOST_CALLS) {
      var written = call.group(3);
      asked.add(isList(written) && !addresses.absolute(written).isEmpty());
    }
    return asked.stream().distinct().toList();
  }

  /// Whether what lies there may be a list, or the script that writes one.
  static boolean mayBeList(String url) {
    var path = Addresses.path(url);
    return path.endsWith(".js") || !NOT_LISTS.matcher(path).find();
  }

  private void variables(String code) {
    var variable = VARIABLE.matcher(code);
    while (variable.find() && variables.size() < 200) {
      var value =
          variable.group(2) != null
              ? variable.group(2)
              : variable.group(3) != null ? variable.group(3) : variable.group(4);
      variables.putIfAbsent(variable.group(1), value);
    }
  }

  private void calls(String code) {
    var call = CALL.matcher(code);
    while (call.find() && found.size() < MOST * 2) {
      var written = call.group(3);
      if (!isList(written)) {
        continue;
      }
      var around =
          code.substring(
              Math.max(0, call.start() - 150), Math.min(code.length(), call.end() + 500));
      var verb = call.group(1) == null ? "" : call.group(1).toLowerCase(Locale.ROOT);
      if (verb.equals("post") || POSTS.matcher(around).find()) {
        unfetchable = true;
        continue;
      }
      var whole =
          finish(written, code.substring(call.end(), Math.min(code.length(), call.end() + 200)));
      if (whole.isEmpty()) {
        unfetchable = true;
      } else {
        add(
            whole,
            parameters(code.substring(call.end(), Math.min(code.length(), call.end() + 900))));
      }
    }
  }

  /// The literal with what is added to it, where the parts are known; empty where they are not.
  private String finish(String written, String after) {
    var rest = after.strip();
    var whole = new StringBuilder(written);
    while (rest.startsWith("+")) {
      var part = ADDED.matcher(rest);
      if (!part.find()) {
        return "";
      }
      var value = part.group(1) != null ? part.group(1) : known(part.group(2));
      if (value.isEmpty() && part.group(1) == null) {
        return "";
      }
      whole.append(value);
      rest = rest.substring(part.end());
    }
    return whole.indexOf("${") >= 0 ? "" : whole.toString();
  }

  /// The value of a variable; a page number that is counted by the script begins at one.
  private String known(String name) {
    var last = name.substring(name.lastIndexOf('.') + 1);
    var value = variables.get(last);
    if (value != null) {
      return value;
    }
    var plain = last.toLowerCase(Locale.ROOT);
    if (plain.contains("size") || plain.contains("rows") || plain.contains("limit")) {
      return "20";
    }
    return plain.contains("page") || plain.equals("p") || plain.equals("index") ? "1" : "";
  }

  private String parameters(String after) {
    var next = CALL.matcher(after);
    var reach = next.find() ? after.substring(0, next.start()) : after;
    var object = PARAMETERS.matcher(reach);
    if (!object.find()) {
      return "";
    }
    var query = new StringBuilder();
    var parameter = PARAMETER.matcher(object.group(1));
    while (parameter.find()) {
      var value =
          parameter.group(2) != null
              ? parameter.group(2)
              : parameter.group(3) != null
                  ? parameter.group(3)
                  : parameter.group(4) != null ? parameter.group(4) : known(parameter.group(5));
      query.append(query.isEmpty() ? "" : "&").append(parameter.group(1)).append('=').append(value);
    }
    return query.toString();
  }

  private void add(String written, String query) {
    if (written.isEmpty() || !isList(written)) {
      return;
    }
    var joined = query.isEmpty() ? written : written + (written.contains("?") ? "&" : "?") + query;
    var url = addresses.absolute(joined);
    if (!url.isEmpty()) {
      found.add(url);
    }
  }

  private static boolean isList(String written) {
    return !NOT_LISTS.matcher(written).find()
        && ADDRESS.matcher(written).matches()
        && !written.startsWith("javascript");
  }
}
