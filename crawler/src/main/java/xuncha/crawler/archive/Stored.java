package xuncha.crawler.archive;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import xuncha.findings.visit.Failure;

/// One exchange in a capture: what its record's head says, and where its block was put.
///
/// @param id the WARC-Record-ID
/// @param kind what sort of record
/// @param url the address that was asked for
/// @param method how
/// @param form the digest of the form that was sent along; empty for none
/// @param date when
/// @param took how long, zero where nobody noted it
/// @param address the IP address that answered, empty where nobody noted it
/// @param cut why the body is not whole
/// @param digest of the payload, SHA-256 in hex where we wrote it; else as it is written
/// @param info the record of the file or visit it belongs to
/// @param refersTo for a revisit: the address of the record that has the payload
/// @param status of a drawn page; 0 for all others, whose blocks tell
/// @param said what is said of a drawn page, one line; empty for all others
/// @param offset where the block is, bytes
/// @param length of the block, bytes
record Stored(
    String id,
    Kind kind,
    String url,
    String method,
    String form,
    Instant date,
    Duration took,
    String address,
    Optional<Failure> cut,
    String digest,
    String info,
    String refersTo,
    int status,
    String said,
    long offset,
    int length) {
  /// What sort of record.
  enum Kind {
    RESPONSE,
    /// The same as an earlier response, not stored again.
    REVISIT,
    /// Ours: what a browser made of a page.
    DRAWN,
    /// Ours: why there was no response.
    FAILURE
  }
}
