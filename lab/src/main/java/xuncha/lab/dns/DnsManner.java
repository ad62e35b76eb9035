package xuncha.lab.dns;

import java.time.Duration;

/// How the server treats a question.
public sealed interface DnsManner {
  /// As a sound resolver would.
  record Honest() implements DnsManner {}

  /// That response code (of DNS), with nothing else, for the first `times` questions; honest after.
  record Code(int rcode, int times) implements DnsManner {}

  /// Never answers.
  record Mute() implements DnsManner {}

  /// Answers honestly, but late.
  record Late(Duration by) implements DnsManner {}

  /// A cut answer over UDP, the whole over TCP.
  record CutUnlessTcp() implements DnsManner {}

  /// A cut answer over UDP, and over TCP the connection ends without one.
  record CutAndNoTcp() implements DnsManner {}

  /// Honest, but over UDP the records are not there at all: they come only over TCP, announced by a
  /// set TC bit in an otherwise empty answer.
  record OnlyOverTcp() implements DnsManner {}

  /// Echoes the name in capitals and answers for the name in capitals.
  record Capitals() implements DnsManner {}

  /// First an answer with a wrong id and a wrong address, as a forger would send it, then the right
  /// one.
  record Forged() implements DnsManner {}

  /// Only answers with a wrong id.
  record WrongId() implements DnsManner {}

  /// Bytes that are no message, after a header that fits.
  record Garbage() implements DnsManner {}

  /// Points to the root's servers instead of answering.
  record Lame() implements DnsManner {}

  /// Does not understand EDNS: FORMERR until asked without.
  record Antique() implements DnsManner {}

  /// Gives one alias at a time and leaves the rest to the asker.
  record OneAliasAtATime() implements DnsManner {}

  /// As it should be.
  DnsManner HONEST = new Honest();
}
