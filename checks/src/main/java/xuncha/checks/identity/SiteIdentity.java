package xuncha.checks.identity;

import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import xuncha.checks.Check;
import xuncha.checks.Examination;
import xuncha.checks.Hosts;
import xuncha.findings.verdict.Evidence;
import xuncha.findings.verdict.Finding;
import xuncha.findings.verdict.Measured;
import xuncha.findings.verdict.Outcome;
import xuncha.findings.verdict.Sentence;
import xuncha.findings.visit.Artifact;
import xuncha.findings.visit.Failure;
import xuncha.findings.visit.Failure.Kind;
import xuncha.findings.visit.HomePage;
import xuncha.findings.visit.Marks.Elsewhere;
import xuncha.findings.visit.SitePages;

/// A site that does not say who it is cannot be told from a forgery (D-20, G-01, standards §6.3):
/// the marks of the footer, and the codes in footer, tags, error-report entry and registry, which
/// agree. Where a script may fill the footer, an absent mark proves nothing. A registry without the
/// code compares nothing.
@AutoService(Check.class)
public final class SiteIdentity implements Check {
  /// Where a site's code stands, for people.
  private static final Map<String, String> PLACES =
      Map.of("registry", "登记册", "footer", "页面", "tag", "页面标签", "errorReport", "找错链接");

  private static final Pattern AREA_CODE = Pattern.compile("0\\d{2,3}");

  private static final Map<String, String> MARKS =
      Map.of(
          "icp", "ICP备案号",
          "police", "公安机关备案标识",
          "siteCode", "网站标识码",
          "partyMark", "党政机关网站标识",
          "errorReport", "“我为政府网站找错”入口",
          "organiser", "主办单位",
          "contact", "联系方式",
          "sitemap", "网站地图");

  @Override
  public String id() {
    return "site-identity";
  }

  @Override
  public Set<Class<? extends Artifact>> needs() {
    return Set.of(HomePage.class);
  }

  @Override
  public Set<Class<? extends Artifact>> wants() {
    return Set.of(SitePages.class);
  }

  @Override
  public Outcome examine(Examination visit) {
    var home = visit.the(HomePage.class);
    var obstacle = home.page().failure(home.page().finalUrl());
    if (obstacle.isPresent()) {
      return Outcome.inconclusive(obstacle.get());
    }
    var shown = visit.the(ShownMarks.VIEW);
    var measured = measured(shown, home);
    var absent = visit.rule().words("marks").stream().filter(mark -> !shown.shows(mark)).toList();
    var findings = new ArrayList<Finding>();
    if (shown.marks().elsewhere() == Elsewhere.NOWHERE) {
      absent.forEach(mark -> findings.add(missing(visit, home, mark)));
    }
    codesDiffer(visit, home, shown).ifPresent(findings::add);
    wrongDomain(visit, home).ifPresent(findings::add);
    movedAway(visit, home).ifPresent(findings::add);
    if (findings.isEmpty() && !absent.isEmpty()) {
      return Outcome.inconclusive(unseen(shown.marks().elsewhere(), absent), measured);
    }
    return new Outcome.Conclusive(
        1,
        findings,
        measured,
        sentence(visit, findings),
        findings.isEmpty() ? 0.95 : 0.8,
        !findings.isEmpty(),
        List.of());
  }

  private static Failure unseen(Elsewhere where, List<String> absent) {
    var marks = String.join(", ", absent);
    return switch (where) {
      case SCRIPTS -> new Failure(Kind.NEEDS_BROWSER, "marks that scripts may write: " + marks);
      case FRAME -> new Failure(Kind.UNREADABLE, "marks in a frame that was not read: " + marks);
      case PICTURE -> new Failure(Kind.UNREADABLE, "marks that a picture may show: " + marks);
      case NOWHERE -> throw new IllegalArgumentException("all was seen: " + marks);
    };
  }

  private static Sentence sentence(Examination visit, List<Finding> findings) {
    return findings.isEmpty()
        ? inOrder(SiteCode.parse(visit.site().code()).isPresent())
        : new Sentence(
            findings.stream()
                .map(finding -> finding.summary().zh())
                .collect(Collectors.joining("；")),
            findings.stream()
                .map(finding -> finding.summary().en())
                .collect(Collectors.joining("; ")));
  }

  private static Sentence inOrder(boolean registered) {
    return registered
        ? new Sentence("网站标识齐全，与登记信息一致", "all marks are there and agree with the registry")
        : new Sentence(
            "网站标识齐全（无登记的网站标识码，未与登记信息比对）",
            "all marks are there (no registered site code to compare with)");
  }

  private static Finding missing(Examination visit, HomePage home, String mark) {
    var name = MARKS.getOrDefault(mark, mark);
    return visit.finding(
        visit.rule().severity(),
        subject(visit, mark),
        Measured.of("mark", mark).and("found", false),
        visit.threshold("marks", visit.rule().words("marks"), "marks"),
        new Sentence("页面底部缺少" + name, "the footer lacks the mark: " + mark),
        List.of(Evidence.of(home.page().source(), "页面中未见" + name + " · not in the page: " + mark)));
  }

  /// Footer, tag, error-report entry and registry name different sites.
  private static Optional<Finding> codesDiffer(Examination visit, HomePage home, ShownMarks shown) {
    var codes = new LinkedHashMap<String, String>();
    keep(codes, "registry", Optional.of(visit.site().code()));
    keep(codes, "footer", shown.marks().siteCode());
    if (codes.containsKey("registry") && !codes.containsKey("footer")) {
      // a code of the wrong length is another one (R-04)
      shown
          .marks()
          .siteCode()
          .filter(code -> !isCloseToTelephone(code, codes.get("registry")))
          .ifPresent(code -> codes.put("footer", code));
    }
    keep(codes, "tag", shown.metaCode());
    keep(codes, "errorReport", shown.marks().errorReportCode());
    if (Set.copyOf(codes.values()).size() <= 1) {
      return Optional.empty();
    }
    return Optional.of(
        visit.finding(
            visit.rule().severity(),
            subject(visit, "site-codes"),
            Measured.of(codes),
            Measured.of("siteCode", codes.values().iterator().next()),
            new Sentence(
                "网站标识码不一致：" + listed(codes, PLACES, "、"),
                "the site codes differ: " + listed(codes, Map.of(), ", ")),
            List.of(Evidence.of(home.page().source(), listed(codes, PLACES, "、")))));
  }

  /// Whether nothing but the area code of what comes next makes the code too long.
  private static boolean isCloseToTelephone(String shown, String registered) {
    return shown.startsWith(registered)
        && AREA_CODE.matcher(shown.substring(registered.length())).matches();
  }

  private static String listed(
      Map<String, String> codes, Map<String, String> names, String separator) {
    return codes.entrySet().stream()
        .map(code -> names.getOrDefault(code.getKey(), code.getKey()) + " " + code.getValue())
        .collect(Collectors.joining(separator));
  }

  private static void keep(Map<String, String> codes, String where, Optional<String> written) {
    written.flatMap(SiteCode::parse).ifPresent(code -> codes.put(where, code.value()));
  }

  private static Optional<Finding> wrongDomain(Examination visit, HomePage home) {
    var domain = Hosts.of(home.page().finalUrl());
    var suffixes = visit.rule().words("suffixes");
    if (domain.isEmpty() || suffixes.stream().anyMatch(domain::endsWith)) {
      return Optional.empty();
    }
    return Optional.of(
        visit.finding(
            visit.rule().severity(),
            subject(visit, "domain"),
            Measured.of("domain", domain),
            visit.threshold("suffixes", suffixes, "suffixes"),
            new Sentence(
                "域名%s不以%s结尾".formatted(domain, String.join("或", suffixes)),
                "the domain %s does not end in %s"
                    .formatted(domain, String.join(" or ", suffixes))),
            List.of(Evidence.of(home.page().source(), home.page().finalUrl()))));
  }

  private static Optional<Finding> movedAway(Examination visit, HomePage home) {
    var domain = Hosts.of(home.page().finalUrl());
    var registered = Hosts.of(visit.site().url());
    if (domain.isEmpty() || Hosts.related(domain, registered)) {
      return Optional.empty();
    }
    return Optional.of(
        visit.finding(
            visit.rule().severity(),
            subject(visit, "registered-domain"),
            Measured.of("domain", domain),
            Measured.of("domain", registered),
            new Sentence(
                "实际域名%s与登记域名%s不一致".formatted(domain, registered),
                "the domain %s is not the registered %s".formatted(domain, registered)),
            List.of(Evidence.of(home.page().source(), String.join(" → ", home.hops())))));
  }

  /// Several findings speak of the home page; the fragment tells them apart and opens the same
  /// page.
  private static String subject(Examination visit, String what) {
    return visit.site().url() + "#" + what;
  }

  private static Measured measured(ShownMarks shown, HomePage home) {
    var marks = shown.marks();
    return Measured.of("icp", marks.icp().orElse(null))
        .and("police", marks.police().or(marks::policeLink).orElse(null))
        .and("siteCode", marks.siteCode().orElse(null))
        .and("partyMark", marks.partyMark())
        .and("domain", Hosts.of(home.page().finalUrl()))
        .and("contact", marks.contact().orElse(null))
        .and("sitemap", marks.sitemap().orElse(null));
  }
}
