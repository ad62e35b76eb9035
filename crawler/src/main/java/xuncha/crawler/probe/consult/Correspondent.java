package xuncha.crawler.probe.consult;

import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jsoup.nodes.Document;
import xuncha.crawler.fetch.Fetcher;
import xuncha.crawler.fetch.FormText;
import xuncha.crawler.fetch.LetterPost;
import xuncha.crawler.fetch.Session;
import xuncha.crawler.fetch.SubmissionJournal;
import xuncha.crawler.fetch.SubmissionJournal.Line;
import xuncha.crawler.fetch.SubmissionJournal.Permit;
import xuncha.crawler.fetch.SubmissionJournal.What;
import xuncha.crawler.fetch.Trip;
import xuncha.crawler.fetch.WebAddress;
import xuncha.crawler.probe.consult.LetterDraft.Unanswerable;
import xuncha.crawler.read.PageReader;
import xuncha.findings.Beijing;
import xuncha.findings.site.Site;
import xuncha.findings.visit.Consultation;
import xuncha.findings.visit.Consultation.Access;
import xuncha.findings.visit.Consultation.Channel;
import xuncha.findings.visit.Consultation.Kind;
import xuncha.findings.visit.Consultation.Limit;
import xuncha.findings.visit.OwnLetters.Taken;

/// Writes to sites whose owners agreed, and sees what becomes of the letters. One letter a visit,
/// within the consent's budget; each is in the journal before it is sent, names itself an
/// inspection, and is never sent again when its answer was lost. What the journal says is brought
/// along by the next visit, and judged then.
///
/// A form is only written to as it stands: its own POST to its own host, with nothing that a
/// script, a picture or a person would have to add.
public final class Correspondent {
  private static final int MOST_WAYS = 3;

  private final Fetcher fetcher;
  private final SubmissionJournal journal;
  private final Map<String, Consent> consents;
  private final InstantSource clock;
  private final Consumer<String> talk;

  /// @param consents by the site's id
  /// @param talk told in one line what was sent, and why something was not
  public Correspondent(
      Fetcher fetcher,
      SubmissionJournal journal,
      Map<String, Consent> consents,
      InstantSource clock,
      Consumer<String> talk) {
    this.fetcher = fetcher;
    this.journal = journal;
    this.consents = Map.copyOf(consents);
    this.clock = clock;
    this.talk = talk;
  }

  /// After a visit: looks earlier letters up, then writes one more where that is agreed to.
  public void call(Site site, Consultation consultation) {
    var consent = consents.get(site.id());
    if (consent == null) {
      return;
    }
    var lines = journal.lines(site.id());
    for (var line : lines) {
      if (line.what() == What.ANSWER && !line.number().isEmpty() && isWaiting(line, lines)) {
        lookUp(site, consultation, line);
      }
    }
    if (consent.holds(Beijing.day(clock.instant()))) {
      write(site, consultation, consent);
    } else {
      talk.accept(site.id() + ": the consent ended on " + consent.until() + "; nothing is written");
    }
  }

  private static boolean isWaiting(Line answer, List<Line> lines) {
    return lines.stream()
        .noneMatch(line ->
            line.what() == What.FOUND
                && line.letter().equals(answer.letter())
                && line.replied().isPresent());
  }

  // writing

  private void write(Site site, Consultation consultation, Consent consent) {
    var channel =
        consultation.channels().stream()
            .filter(one -> one.kind() == Kind.CONSULTATION && one.access() == Access.OPEN)
            .filter(one -> one.form().isPresent())
            .findFirst();
    try {
      if (channel.isEmpty()) {
        throw new Unanswerable("no open consultation form was seen");
      }
      write(site, channel.get(), consent);
    } catch (Unanswerable why) {
      talk.accept(site.id() + ": nothing is written: " + why.getMessage());
    }
  }

  private void write(Site site, Channel channel, Consent consent) throws Unanswerable {
    var session = fetcher.session();
    var page = page(session.open(channel.url(), ""));
    if (page.isEmpty()) {
      throw new Unanswerable("the form's page did not open");
    }
    var form = ConsultForm.in(page.get());
    if (form.isEmpty()) {
      throw new Unanswerable("the form is not there any more");
    }
    var address = address(page.get(), form.get());
    // filled once before the journal is told, so that only what can be sent is noted
    LetterDraft.of(form.get(), consent, "", least(channel));
    var permit = journal.letter(site.id(), channel.url(), consent.perDay());
    if (permit.isEmpty()) {
      talk.accept(site.id() + ": the day's budget of letters is used up");
      return;
    }
    var filled = LetterDraft.of(form.get(), consent, permit.get().letter(), least(channel));
    var post = LetterPost.of(permit.get(), address, filled, page.get().charset());
    if (post.isEmpty()) {
      journal.answer(permit.get(), Taken.UNCLEAR, "", "", "not sent: the form is too large");
      return;
    }
    answered(site, permit.get(), page(session.write(post.get(), channel.url())));
  }

  private void answered(Site site, Permit permit, Optional<Document> page) {
    var receipt =
        page.map(Receipt::of)
            .orElse(
                new Receipt(Taken.UNCLEAR, "", "", "no answer; the letter may have come through"));
    journal.answer(permit, receipt.taken(), receipt.number(), receipt.code(), receipt.quote());
    talk.accept(site.id() + ": letter " + permit.letter() + " " + receipt.taken());
  }

  private static int least(Channel channel) {
    return channel.stated().stream()
        .filter(one -> one.limit() == Limit.MIN_LENGTH)
        .mapToInt(Consultation.Stated::value)
        .max()
        .orElse(0);
  }

  private static String address(Document page, ConsultForm form) throws Unanswerable {
    var block = form.block();
    if (!block.nameIs("form") || !block.attr("method").equalsIgnoreCase("post")) {
      throw new Unanswerable("the form is sent by script");
    }
    var buttons = block.select("input[type=submit], button:not([type=button]), input[type=image]");
    if (block.hasAttr("onsubmit")
        || buttons.isEmpty()
        || buttons.stream().anyMatch(button -> button.hasAttr("onclick"))) {
      throw new Unanswerable("a script has a hand in sending the form");
    }
    if (block.attr("enctype").contains("multipart")) {
      throw new Unanswerable("the form is sent in parts");
    }
    var action = block.attr("action").isBlank() ? page.location() : block.absUrl("action");
    var to = WebAddress.of(action).map(WebAddress::host);
    var here = WebAddress.of(page.location()).map(WebAddress::host);
    if (to.isEmpty() || !to.equals(here)) {
      throw new Unanswerable("the form goes to another host");
    }
    return action;
  }

  // looking up

  private void lookUp(Site site, Consultation consultation, Line letter) {
    var session = fetcher.session();
    for (var url : ways(session, consultation)) {
      var page = page(session.open(url, ""));
      var query = page.flatMap(one -> LetterQuery.on(one, letter.number(), letter.code()));
      if (query.isEmpty()) {
        continue;
      }
      var permit = journal.query(letter.letter(), site.id(), url);
      if (permit.isPresent()) {
        var shown = ask(session, permit.get(), query.get(), url, page.orElseThrow());
        var secrets = List.of(letter.number(), letter.code());
        shown
            .map(one -> LetterLook.of(one, letter.letter(), secrets, clock.instant()))
            .ifPresent(look -> {
              journal.found(permit.get(), look.known(), look.replied(), look.quote());
              talk.accept(
                  site.id()
                      + ": letter "
                      + letter.letter()
                      + (look.known() ? " is known" : " is not known")
                      + look.replied().map(day -> ", answered " + day).orElse(""));
            });
      }
      return;
    }
  }

  private Optional<Document> ask(
      Session session, Permit permit, LetterQuery query, String url, Document page) {
    if (query.posts()) {
      return LetterPost.of(permit, query.address(), query.fields(), page.charset())
          .flatMap(post -> page(session.write(post, url)));
    }
    var text = FormText.of(query.fields(), page.charset());
    return page(session.open(query.address().replaceFirst("[?#].*", "") + "?" + text, url));
  }

  /// Pages on which letters may be looked up: those that were seen to ask for a number, and those
  /// to which links so named lead.
  private static List<String> ways(Session session, Consultation consultation) {
    var ways = new LinkedHashSet<String>();
    for (var sign : consultation.tracking()) {
      if (sign.by().equals("form")) {
        ways.add(sign.url());
      }
    }
    for (var sign : consultation.tracking()) {
      if (sign.by().equals("link")) {
        page(session.open(sign.url(), "")).map(TrackingSigns::ways).ifPresent(ways::addAll);
      }
    }
    return ways.stream().limit(MOST_WAYS).toList();
  }

  private static Optional<Document> page(Trip trip) {
    return trip.failure().isPresent() ? Optional.empty() : trip.answer().map(PageReader::tree);
  }
}
