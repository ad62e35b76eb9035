package xuncha.crawler;

import java.util.Set;
import xuncha.crawler.fetch.Ask.Why;
import xuncha.crawler.fetch.Exchange;
import xuncha.crawler.read.PageReader;
import xuncha.crawler.read.Reading;
import xuncha.findings.visit.Failure;
import xuncha.findings.visit.Failure.Kind;
import xuncha.findings.visit.PageFacts.PageState;

/// What an answer is before it is read.
final class Answers {
  private static final Set<String> PAGES =
      Set.of("", "text/html", "application/xhtml+xml", "application/xml", "text/xml", "text/plain");

  /// Names that servers give to HTML when nobody told them better.
  private static final Set<String> VAGUE =
      Set.of("application/octet-stream", "application/x-httpd-php", "text/htm", "html", "*/*");

  private Answers() {}

  /// Whether a reader can make something of it. Lists' data come under many names.
  static boolean readable(Exchange.Answered answer, Why why) {
    var type = answer.mediaType();
    if (why == Why.DATA || PAGES.contains(type) || (why == Why.SEARCH && isData(type))) {
      return true;
    }
    return VAGUE.contains(type) && startsAsMarkup(answer.body().bytes());
  }

  /// Searches answer in data where a script shows the results.
  private static boolean isData(String type) {
    return type.endsWith("json") || type.endsWith("javascript");
  }

  /// The failure that a status stands for, unless the page that came with it says that we are being
  /// kept out.
  static Failure refined(Failure failure, Exchange.Answered answer, PageReader reader) {
    if (answer.status() < 400 || answer.body().length() == 0 || !readable(answer, Why.PAGE)) {
      return failure;
    }
    var state = reader.read(Reading.of(answer)).facts().state();
    return state == PageState.CHALLENGE ? new Failure(Kind.BLOCKED, failure.detail()) : failure;
  }

  private static boolean startsAsMarkup(byte[] bytes) {
    for (var i = 0; i < Math.min(bytes.length, 512); i++) {
      if (bytes[i] == '<') {
        return true;
      }
      if (bytes[i] > ' ') {
        return false;
      }
    }
    return false;
  }
}
