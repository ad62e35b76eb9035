package xuncha.lab;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import xuncha.findings.Beijing;
import xuncha.lab.http.Reply;
import xuncha.lab.http.Request;
import xuncha.lab.site.Blueprint;
import xuncha.lab.site.Office;
import xuncha.lab.system.OfficePages;

/// A site's office at work: opens and shuts its form by the clock, takes letters, counts them, and
/// tells how they fare. Remembers the newest letters up to a bound. Safe for many threads.
final class LetterOffice {
  private static final int MOST = 1_000;

  private final Blueprint site;
  private final Office office;
  private final OfficePages pages;
  private final InstantSource clock;
  private final ArrayDeque<LabLetter> letters = new ArrayDeque<>();
  private int received;

  private LetterOffice(Blueprint site, Office office, InstantSource clock) {
    this.site = site;
    this.office = office;
    this.pages = new OfficePages(site);
    this.clock = clock;
  }

  /// The office of a site that has one.
  static Optional<LetterOffice> of(Blueprint site, InstantSource clock) {
    return site.consult().office().map(office -> new LetterOffice(site, office, clock));
  }

  /// What it answers; empty where the site's pages answer for themselves.
  Optional<Reply> answer(Request request) {
    var now = clock.instant();
    var shut = office.shutAt(LocalDateTime.ofInstant(now, Beijing.ZONE), site.today());
    var posted = request.method().equals("POST");
    return switch (request.path()) {
      case "/xiexin.do" ->
          Optional.of(
              posted && shut.isEmpty()
                  ? written(request, now)
                  : Reply.redirect(302, "/xiexin.html"));
      case "/xinjiancx.do" -> Optional.of(lookedUp(request, now));
      default -> shut.map(way -> pages.standing(request, way));
    };
  }

  /// The letters it remembers, oldest first, those too that it did not take.
  synchronized List<LabLetter> letters() {
    return List.copyOf(letters);
  }

  private synchronized Reply written(Request request, Instant now) {
    var fields = pages.read(request);
    var fault = fault(fields);
    if (fault.isPresent()) {
      keep(new LabLetter(now, fields, false, "", ""));
      return pages.refused(request, fault.get());
    }
    if (office.perDay() > 0 && today(fields, now) >= office.perDay()) {
      keep(new LabLetter(now, fields, false, "", ""));
      return pages.tooMany(request, office.perDay());
    }
    var letter =
        office.numbers() ? numbered(now, fields) : new LabLetter(now, fields, true, "", "");
    keep(letter);
    return pages.taken(request, letter.number(), letter.code());
  }

  private Optional<String> fault(Map<String, String> fields) {
    if (!OfficePages.token(site).equals(fields.getOrDefault("token", ""))) {
      return Optional.of("页面已失效，请刷新后重新填写！");
    }
    if (office.picture()) {
      return Optional.of("验证码错误！");
    }
    return List.of("xm", "dh", "bt", "content").stream()
            .anyMatch(name -> fields.getOrDefault(name, "").isEmpty())
        ? Optional.of("请将信息填写完整！")
        : Optional.empty();
  }

  /// The letters of the same telephone number on this day in China.
  private long today(Map<String, String> fields, Instant now) {
    var phone = fields.getOrDefault("dh", "");
    return letters.stream()
        .filter(letter -> letter.taken() && Beijing.day(letter.at()).equals(Beijing.day(now)))
        .filter(letter -> letter.fields().getOrDefault("dh", "").equals(phone))
        .count();
  }

  private LabLetter numbered(Instant now, Map<String, String> fields) {
    received++;
    var number =
        Beijing.day(now).format(DateTimeFormatter.BASIC_ISO_DATE)
            + "%05d".formatted(site.lot("letters", "first").below(9_000) + received);
    var code = String.valueOf(100_000 + site.lot("letters", number).below(900_000));
    return new LabLetter(now, fields, true, number, code);
  }

  private void keep(LabLetter letter) {
    if (letters.size() == MOST) {
      letters.removeFirst();
    }
    letters.addLast(letter);
  }

  private synchronized Reply lookedUp(Request request, Instant now) {
    var number = request.parameter("no").orElse("");
    var code = request.parameter("code").orElse("");
    return letters.stream()
        .filter(letter -> !letter.number().isEmpty() && letter.number().equals(number))
        .filter(letter -> letter.code().equals(code))
        .findFirst()
        .map(letter -> shown(request, letter, now))
        .orElseGet(() -> pages.unknown(request));
  }

  private Reply shown(Request request, LabLetter letter, Instant now) {
    var asked = Beijing.day(letter.at());
    var answered =
        Optional.of(asked.plusDays(office.answersAfter()))
            .filter(day -> !day.isAfter(Beijing.day(now)));
    var fields = letter.fields();
    return pages.shown(
        request,
        letter.number(),
        fields.getOrDefault("bt", ""),
        fields.getOrDefault("content", ""),
        asked,
        answered);
  }
}
