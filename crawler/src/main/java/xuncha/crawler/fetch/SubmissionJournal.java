package xuncha.crawler.fetch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import xuncha.findings.Beijing;
import xuncha.findings.store.StoreFailure;
import xuncha.findings.visit.OwnLetters.Taken;

/// The book of real submissions: one JSON line for each thing that is about to be done or came of
/// it, on disk before anything is sent. Readable by its owner only, for it holds the numbers by
/// which letters are looked up. Safe for many threads of one process.
public final class SubmissionJournal {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final Path file;
  private final InstantSource clock;

  /// @param file made when the first line is written
  public SubmissionJournal(Path file, InstantSource clock) {
    this.file = file;
    this.clock = clock;
  }

  /// What is noted.
  public enum What {
    /// A letter is about to be sent.
    LETTER,
    /// What came of it.
    ANSWER,
    /// A letter is about to be looked up.
    QUERY,
    /// What the look showed.
    FOUND
  }

  /// One line.
  ///
  /// @param letter our number for the letter that it is about
  /// @param site the site's id
  /// @param page the form's page
  /// @param taken of an answer
  /// @param number of an answer: by which the letter is looked up; empty where none was given
  /// @param code of an answer: what is asked beside the number
  /// @param known of a look: whether the site knew the letter
  /// @param replied of a look: the day of the reply
  /// @param quote the words of the site
  public record Line(
      What what,
      String letter,
      String site,
      Instant at,
      String page,
      Taken taken,
      String number,
      String code,
      boolean known,
      Optional<LocalDate> replied,
      String quote) {
    private static Line of(What what, String letter, String site, Instant at, String page) {
      return new Line(
          what, letter, site, at, page, Taken.UNCLEAR, "", "", false, Optional.empty(), "");
    }

    /// Numbers and words of letters are nobody's in a log.
    @Override
    public String toString() {
      return "Line[" + what + " " + letter + " " + site + " " + at + "]";
    }
  }

  /// Leave to send one thing once.
  public static final class Permit {
    private final Line line;
    private final AtomicBoolean unused = new AtomicBoolean(true);

    private Permit(Line line) {
      this.line = line;
    }

    /// Our number for the letter.
    public String letter() {
      return line.letter();
    }

    boolean use() {
      return unused.getAndSet(false);
    }
  }

  /// Notes that a letter is about to be written to the site; empty when it got all that its budget
  /// allows on this day in China.
  ///
  /// @param page the form's page
  /// @param perDay the budget
  public synchronized Optional<Permit> letter(String site, String page, int perDay) {
    var now = clock.instant();
    var today =
        lines(site).stream()
            .filter(line -> line.what() == What.LETTER)
            .filter(line -> Beijing.day(line.at()).equals(Beijing.day(now)))
            .count();
    if (today >= perDay) {
      return Optional.empty();
    }
    var id =
        String.format(
            Locale.ROOT,
            "XC%s%02d",
            Beijing.day(now).format(DateTimeFormatter.BASIC_ISO_DATE),
            today + 1);
    var line = Line.of(What.LETTER, id, site, now, page);
    append(line);
    return Optional.of(new Permit(line));
  }

  /// Notes how the site took the letter.
  public synchronized void answer(
      Permit permit, Taken taken, String number, String code, String quote) {
    var line = permit.line;
    append(
        new Line(
            What.ANSWER,
            line.letter(),
            line.site(),
            clock.instant(),
            line.page(),
            taken,
            number,
            code,
            false,
            Optional.empty(),
            quote));
  }

  /// Notes that the letter is about to be looked up; empty when it was on this day already.
  public synchronized Optional<Permit> query(String letter, String site, String page) {
    var now = clock.instant();
    var asked =
        lines(site).stream()
            .filter(line -> line.what() == What.QUERY && line.letter().equals(letter))
            .anyMatch(line -> Beijing.day(line.at()).equals(Beijing.day(now)));
    if (asked) {
      return Optional.empty();
    }
    var line = Line.of(What.QUERY, letter, site, now, page);
    append(line);
    return Optional.of(new Permit(line));
  }

  /// Notes what the look showed.
  public synchronized void found(
      Permit permit, boolean known, Optional<LocalDate> replied, String quote) {
    var line = permit.line;
    append(
        new Line(
            What.FOUND,
            line.letter(),
            line.site(),
            clock.instant(),
            line.page(),
            Taken.UNCLEAR,
            "",
            "",
            known,
            replied,
            quote));
  }

  /// All that is noted about the site, oldest first. A last line that a power cut tore was never
  /// acted on and is left out.
  public synchronized List<Line> lines(String site) {
    var lines = new ArrayList<Line>();
    try {
      for (var row : whole().lines().toList()) {
        var line = JSON.readValue(row, Line.class);
        if (line.site().equals(site)) {
          lines.add(line);
        }
      }
      return lines;
    } catch (JacksonException broken) {
      throw new UncheckedIOException(
          new IOException(file + ": a line is damaged; nothing is sent"));
    } catch (IOException unreadable) {
      throw StoreFailure.of("cannot read the journal " + file, unreadable);
    }
  }

  /// The lines that were written to their ends.
  private String whole() throws IOException {
    if (!Files.exists(file)) {
      return "";
    }
    var text = Files.readString(file);
    return text.substring(0, text.lastIndexOf('\n') + 1);
  }

  private void append(Line line) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      try (var out =
          FileChannel.open(
              file,
              Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
        var whole = whole().getBytes(StandardCharsets.UTF_8).length;
        out.truncate(whole);
        out.position(whole);
        var bytes =
            ByteBuffer.wrap(
                (JSON.writeValueAsString(line) + "\n").getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
          out.write(bytes);
        }
        out.force(true);
      }
    } catch (IOException full) {
      throw StoreFailure.of("cannot write the journal " + file, full);
    }
  }
}
