package xuncha.crawler.probe.search;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import xuncha.crawler.probe.search.SearchBox.Choices;
import xuncha.crawler.read.Words;
import xuncha.findings.edition.Lexicon;

/// A choice among columns beside a search box: options that are called like columns of the site, or
/// a field that is called like one.
final class ColumnChoice {
  private static final Pattern SORTING =
      Pattern.compile("时间|日期|相关|排序|升序|降序|标题|正文|全文|内容|附件|作者|来源|模糊|精确|一天|一周|一月|一年|位置");

  private final Document page;
  private final Words whole;
  private final Set<String> columns;

  /// @param columns bare names of the site's columns
  ColumnChoice(Document page, Lexicon lexicon, Set<String> columns) {
    this.page = page;
    this.whole = Words.of(lexicon, "search.whole");
    this.columns = columns;
  }

  /// The choice in that block.
  Optional<Choices> in(Element block) {
    for (var select : block.getElementsByTag("select")) {
      var options =
          select.getElementsByTag("option").stream()
              .map(option ->
                  new SearchBox.Option(
                      option.hasAttr("value") ? option.attr("value") : option.text(),
                      option.text().strip()))
              .toList();
      var choices = choices(name(select), options);
      if (choices.isPresent() && !select.hasAttr("disabled")) {
        return choices;
      }
    }
    var groups = block.select("input[type=radio][name]");
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

  /// A script may go by the id alone.
  static String name(Element field) {
    return field.attr("name").isEmpty() ? field.id() : field.attr("name");
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
        offered.stream().filter(option -> columns.contains(Title.bare(option.name()))).count();
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
    var label = BoxBlock.label(page, radio);
    if (!label.isEmpty()) {
      return label.strip();
    }
    if (radio.parent() != null && radio.parent().nameIs("label")) {
      return radio.parent().text().strip();
    }
    var next = radio.nextSibling();
    return next == null ? "" : Jsoup.parseBodyFragment(next.outerHtml()).text().strip();
  }
}
