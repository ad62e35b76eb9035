package xuncha.checks.consult;

import com.google.auto.service.AutoService;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import xuncha.checks.Check;
import xuncha.checks.Examination;
import xuncha.findings.verdict.Evidence;
import xuncha.findings.verdict.Measured;
import xuncha.findings.verdict.Outcome;
import xuncha.findings.verdict.Sentence;
import xuncha.findings.visit.Artifact;
import xuncha.findings.visit.Consultation;
import xuncha.findings.visit.Consultation.Access;
import xuncha.findings.visit.Consultation.Channel;
import xuncha.findings.visit.Consultation.Kind;
import xuncha.findings.visit.Failure;
import xuncha.findings.visit.HomePage;

/// People must be able to ask and suggest online (V-W-05a). Channels for petitions, reports and
/// hotlines alone, e-mail and telephones do not count. That there is none is said only where every
/// page was looked at, and is for a person to confirm.
@AutoService(Check.class)
public final class ConsultChannel implements Check {
  private static final double SURE = 0.9;
  private static final double SURE_OF_NONE = 0.6;

  @Override
  public String id() {
    return "consult-channel";
  }

  @Override
  public Set<Class<? extends Artifact>> needs() {
    return Set.of(Consultation.class, HomePage.class);
  }

  @Override
  public Outcome examine(Examination visit) {
    var consultation = visit.the(Consultation.class);
    var best =
        consultation.channels().stream()
            .filter(one -> one.kind() == Kind.CONSULTATION)
            .min(Comparator.comparingInt(one -> rank(one.access())));
    if (best.isPresent() && best.get().access() != Access.BROKEN) {
      return judged(best.get());
    }
    var others = best.or(() -> consultation.channels().stream().findFirst());
    var complaint =
        consultation.channels().stream().filter(one -> one.kind() == Kind.COMPLAINT).findFirst();
    if (consultation.doubt().isPresent()) {
      return Outcome.inconclusive(consultation.doubt().get(), measured(others));
    }
    if (complaint.isPresent()) {
      var why = new Failure(Failure.Kind.UNREADABLE, complaint.get().name());
      return Outcome.inconclusive(why, measured(complaint));
    }
    return none(visit, others);
  }

  private static int rank(Access access) {
    return switch (access) {
      case OPEN -> 0;
      case LOGIN -> 1;
      case CLOSED -> 2;
      case UNCLEAR -> 3;
      case EXTERNAL -> 4;
      case BROKEN -> 5;
    };
  }

  private static Outcome judged(Channel channel) {
    var sure =
        switch (channel.access()) {
          case OPEN -> SURE;
          case LOGIN, CLOSED -> 0.7;
          case UNCLEAR, EXTERNAL, BROKEN -> 0.0;
        };
    if (sure == 0) {
      var why = channel.why().orElseGet(() -> new Failure(Failure.Kind.UNREADABLE, channel.url()));
      return Outcome.inconclusive(why, measured(Optional.of(channel)));
    }
    return new Outcome.Conclusive(
        1, List.of(), measured(Optional.of(channel)), sentence(channel), sure, false, List.of());
  }

  private static Sentence sentence(Channel channel) {
    return switch (channel.access()) {
      case LOGIN ->
          new Sentence(
              "有咨询渠道“%s”，需登录后使用".formatted(channel.name()),
              "%s can be written to after logging in".formatted(channel.name()));
      case CLOSED ->
          new Sentence(
              "有咨询渠道“%s”，巡查时未开放".formatted(channel.name()),
              "%s is there, and was shut when we came".formatted(channel.name()));
      case OPEN, EXTERNAL, BROKEN, UNCLEAR ->
          new Sentence(
              "有咨询渠道“%s”".formatted(channel.name()), "%s is open".formatted(channel.name()));
    };
  }

  private static Measured measured(Optional<Channel> channel) {
    return Measured.of("url", channel.map(Channel::url).orElse(null))
        .and("access", channel.map(one -> access(one)).orElse("none"))
        .and("kind", channel.map(one -> one.kind().name().toLowerCase(Locale.ROOT)).orElse(null));
  }

  private static String access(Channel channel) {
    return channel.kind() == Kind.CONSULTATION ? channel.access().id() : "none";
  }

  private static Outcome none(Examination visit, Optional<Channel> instead) {
    var home = visit.the(HomePage.class).page();
    var measured = measured(instead);
    var sentence =
        instead
            .map(other ->
                other.access() == Access.BROKEN
                    ? new Sentence(
                        "咨询渠道“%s”无法打开".formatted(other.name()),
                        "%s does not open".formatted(other.name()))
                    : new Sentence(
                        "未见网上咨询渠道，仅有“%s”".formatted(other.name()),
                        "no consultation channel, only %s".formatted(other.name())))
            .orElse(new Sentence("未见网上咨询建言渠道", "no consultation channel was found"));
    var quote = instead.map(Channel::name).orElse("no link to a consultation channel");
    var source = instead.map(Channel::source).orElse(home.source());
    var finding =
        visit.finding(
            visit.rule().severity(),
            home.finalUrl(),
            measured,
            Measured.of("channels", 1).and("official", true),
            sentence,
            List.of(Evidence.of(source.record().isEmpty() ? home.source() : source, quote)));
    return new Outcome.Conclusive(
        1, List.of(finding), measured, sentence, SURE_OF_NONE, true, List.of());
  }
}
