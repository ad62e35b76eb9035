package xuncha.crawler.render;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import xuncha.crawler.fetch.Body;
import xuncha.findings.visit.Failure;

/// What came of drawing one page.
public sealed interface Drawn {
  /// When it was begun.
  Instant at();

  /// How long it took, waits for a browser and for the network included.
  Duration took();

  /// What happened on the way.
  List<Note> notes();

  /// The page stood still in the end, or was stopped at its limit; this is what it showed.
  ///
  /// @param url where it ended
  /// @param status the status of the document there
  /// @param document its final document, UTF-8 with a byte-order mark
  /// @param picture as a person sees it, PNG; empty unless it was asked for
  record Shown(
      Instant at,
      Duration took,
      List<Note> notes,
      String url,
      int status,
      Body document,
      Optional<Body> picture)
      implements Drawn {
    public Shown {
      notes = List.copyOf(notes);
    }

    /// Why content may be missing from the document; empty when nothing was kept from the page.
    public Optional<String> unseen() {
      return notes.stream()
          .filter(Note::hides)
          .map(note -> note.kind() + " " + note.subject() + " " + note.detail())
          .findFirst();
    }
  }

  /// Nothing can be said of it.
  ///
  /// @param again whether the browser was lost and the page may not be to blame
  record Lost(Instant at, Duration took, List<Note> notes, Failure why, boolean again)
      implements Drawn {
    public Lost {
      notes = List.copyOf(notes);
    }
  }
}
