package xuncha.checks.consult;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import xuncha.findings.visit.Consultation;
import xuncha.findings.visit.Consultation.Access;
import xuncha.findings.visit.Consultation.Channel;
import xuncha.findings.visit.Consultation.From;
import xuncha.findings.visit.Consultation.Kind;
import xuncha.findings.visit.Consultation.Limit;
import xuncha.findings.visit.Consultation.Stated;
import xuncha.findings.visit.Failure;

/// The site's own consultation forms, and what they surely state.
final class OwnForms {
  /// Below it a statement may be about something else.
  private static final double TRUST = 0.8;

  private OwnForms() {}

  /// Consultation channels whose form was seen.
  static List<Channel> of(Consultation consultation) {
    return consultation.channels().stream()
        .filter(channel -> channel.kind() == Kind.CONSULTATION && channel.form().isPresent())
        .toList();
  }

  /// Why no form was seen.
  static Failure unseen(Consultation consultation) {
    var channels =
        consultation.channels().stream().filter(one -> one.kind() == Kind.CONSULTATION).toList();
    if (channels.stream().anyMatch(one -> one.access() == Access.LOGIN)) {
      return new Failure(Failure.Kind.LOGIN_WALL, channels.getFirst().url());
    }
    if (channels.stream().anyMatch(one -> one.access() == Access.CLOSED)) {
      return new Failure(Failure.Kind.UNAVAILABLE, channels.getFirst().url());
    }
    return channels.stream()
        .flatMap(one -> one.why().stream())
        .findFirst()
        .or(consultation::doubt)
        .orElse(new Failure(Failure.Kind.TOO_LITTLE, "no consultation form was found"));
  }

  static boolean isSure(double confidence) {
    return confidence >= TRUST;
  }

  /// The sure statement of that limit from that source: the surest, of equally sure ones the
  /// mildest, so that nobody is accused by the stricter of two sentences.
  static Optional<Stated> stated(Channel form, Limit limit, From from) {
    var mildest = Comparator.comparingInt(Stated::value);
    return form.stated().stream()
        .filter(one -> one.limit() == limit && one.from() == from && isSure(one.confidence()))
        .max(
            Comparator.comparingDouble(Stated::confidence)
                .thenComparing(limit == Limit.MIN_LENGTH ? mildest.reversed() : mildest));
  }
}
