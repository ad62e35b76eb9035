package xuncha.crawler.probe.search;

import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import xuncha.crawler.render.Stage;

/// A page, or a frame of it, as it stands in the browser: a copy of its tree to read, in which each
/// element bears the number by which the original is found again.
///
/// @param tree the copy
record LivePage(Stage.Part part, Document tree) {
  private static final String NUMBER = "data-xuncha";

  /// The copy is numbered, not the page, so that the page's scripts notice nothing.
  private static final String COPY =
      """
      most => {
        const root = document.documentElement;
        if (!root) return '';
        globalThis.all = [root, ...root.querySelectorAll('*')];
        const copy = root.cloneNode(true);
        [copy, ...copy.querySelectorAll('*')].forEach((one, at) => one.setAttribute('%s', at));
        const text = copy.outerHTML;
        return text.length > most ? '' : text;
      }
      """
          .formatted(NUMBER);

  private static final String SEEN =
      """
      at => {
        const one = globalThis.all && globalThis.all[at];
        if (!one || !one.isConnected || one.disabled) return false;
        const box = one.getBoundingClientRect(), style = getComputedStyle(one);
        return box.width > 3 && box.height > 3 && box.right > 0 && box.left < innerWidth
          && style.visibility !== 'hidden' && Number(style.opacity) > 0.05;
      }
      """;

  private static final String SHOWN =
      """
      at => {
        const one = globalThis.all && globalThis.all[at];
        return !!one && one.isConnected && one.getClientRects().length > 0
          && getComputedStyle(one).visibility !== 'hidden';
      }
      """;

  private static final String EMPTIED =
      """
      at => {
        const one = globalThis.all && globalThis.all[at];
        if (!one) return false;
        one.focus();
        if (one.select) one.select();
        return document.activeElement === one;
      }
      """;

  private static final String HELD =
      "at => { const one = globalThis.all && globalThis.all[at]; return one ? String(one.value) : ''; }";

  private static final String CHOSEN =
      """
      choice => {
        const one = globalThis.all && globalThis.all[choice.at];
        if (!one) return false;
        if (one.tagName !== 'SELECT') { one.click(); return one.checked; }
        one.value = choice.value;
        for (const kind of ['input', 'change']) one.dispatchEvent(new Event(kind, {bubbles: true}));
        return one.value === choice.value;
      }
      """;

  private static final String REMEMBERED =
      """
      () => {
        globalThis.before = new WeakSet([...document.querySelectorAll('input')].filter(one => {
          const box = one.getBoundingClientRect();
          return box.width > 3 && box.height > 3;
        }));
        return true;
      }
      """;

  private static final String NEW =
      "at => !!globalThis.before && !!globalThis.all && !globalThis.before.has(globalThis.all[at])";

  private static final int LONGEST = 4_000_000;

  static Optional<LivePage> of(Stage.Part part) {
    var html = part.ask(COPY, LONGEST);
    return html.isString() && !html.asString().isEmpty()
        ? Optional.of(new LivePage(part, Jsoup.parse(html.asString(), part.url())))
        : Optional.empty();
  }

  private static int number(Element element) {
    var number = element.attr(NUMBER);
    return number.matches("\\d{1,7}") ? Integer.parseInt(number) : -1;
  }

  /// Whether a person sees it.
  boolean sees(Element element) {
    return part.ask(SEEN, number(element)).asBoolean(false);
  }

  /// Whether it has a place on the page, however small: pictures are not loaded.
  boolean shows(Element element) {
    return part.ask(SHOWN, number(element)).asBoolean(false);
  }

  /// Remembers which fields are in sight now.
  void remember() {
    part.ask(REMEMBERED, "");
  }

  /// Whether a field was not in sight when that was remembered.
  boolean isNew(Element element) {
    return part.ask(NEW, number(element)).asBoolean(false);
  }

  boolean click(Element element) {
    return part.click("() => globalThis.all && globalThis.all[" + number(element) + "]");
  }

  /// Puts the caret there, so that what is typed takes the place of what stands in it.
  boolean enter(Element element) {
    return part.ask(EMPTIED, number(element)).asBoolean(false);
  }

  /// What stands in a field.
  String held(Element element) {
    return part.ask(HELD, number(element)).asString("");
  }

  /// Chooses an option of a select, or a radio button.
  boolean choose(Element element, String value) {
    return part.ask(CHOSEN, new Choosing(number(element), value)).asBoolean(false);
  }

  private record Choosing(int at, String value) {}

  /// Elements by a CSS selector; none for one that is none.
  List<Element> by(String selector) {
    return selector.isEmpty() ? List.of() : tree.select(selector);
  }
}
