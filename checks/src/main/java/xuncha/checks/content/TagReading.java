package xuncha.checks.content;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import xuncha.checks.Hosts;
import xuncha.checks.content.TagFault.Fault;
import xuncha.findings.visit.MetaTag;
import xuncha.findings.visit.PageFacts;

/// Holds the tags of a page against the standard's (§6.4). Names are compared without regard to
/// case (G-24).
///
/// @param hosts the hosts of the site: registered, and where its home page was found
/// @param code the site's code, where registry or footer tell one
/// @param pubDateForms the forms allowed for PubDate
/// @param earliest no page is older; nor of the day that a clock shows where nothing was set
/// @param latest no page is newer
record TagReading(
    Set<String> hosts,
    Optional<String> code,
    List<DateTimeFormatter> pubDateForms,
    LocalDate earliest,
    LocalDate latest) {
  private static final Set<String> NOTHING = Set.of("", "null", "undefined", "none", "nan");

  /// `${…}`, `[$…]`, `{{…}}`, `<%…%>`, `{$…}`, `#{…}`, `[!--…--]`, `$…$`, `{name:…/}`, `<TAG_NAME
  /// …>`: marks of the usual template languages.
  private static final Pattern TEMPLATE =
      Pattern.compile(
          "\\$\\{|\\[\\$|\\{\\{|<%|\\{\\$|#\\{|\\[!--|\\$[A-Za-z_.]+\\$|\\{[a-z]+:[^}]*/?\\}|<[A-Z]+_[A-Z]");

  private static final Pattern SCHEME = Pattern.compile("(?i)^[a-z][a-z0-9+.-]*://");
  private static final Pattern BETWEEN_DOMAINS = Pattern.compile("[,，、;；\\s]+");

  TagReading {
    hosts = Set.copyOf(hosts);
    pubDateForms = List.copyOf(pubDateForms);
  }

  /// A form such as `uuuu-MM-dd HH:mm`; days that no calendar has do not match.
  static DateTimeFormatter form(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT)
        .withResolverStyle(ResolverStyle.STRICT);
  }

  /// What is wrong with the required tags, in the order of `required`.
  List<TagFault> faults(PageFacts page, List<String> required) {
    var faults = new ArrayList<TagFault>();
    for (var name : required) {
      var tags = tags(page, name);
      if (tags.isEmpty()) {
        faults.add(new TagFault(name, Fault.MISSING, "", ""));
      } else if (tags.stream().allMatch(tag -> fault(name, tag.content()).isPresent())) {
        var first = tags.getFirst().content().strip();
        faults.add(fault(name, first, fault(name, first).orElseThrow()));
      }
    }
    return faults;
  }

  private TagFault fault(String name, String value, Fault fault) {
    var expected =
        switch (name) {
          case "SiteIDCode" -> code.orElse("");
          case "SiteDomain" -> hosts.stream().sorted().findFirst().orElse("");
          default -> "";
        };
    return new TagFault(name, fault, value, fault == Fault.FOREIGN ? expected : "");
  }

  /// The required tags that are there, but in another case than the standard writes.
  static long inWrongCase(PageFacts page, List<String> required) {
    return required.stream()
        .filter(name -> !tags(page, name).isEmpty())
        .filter(name -> tags(page, name).stream().noneMatch(tag -> tag.name().strip().equals(name)))
        .count();
  }

  private static List<MetaTag> tags(PageFacts page, String name) {
    return page.metas().stream().filter(tag -> tag.name().strip().equalsIgnoreCase(name)).toList();
  }

  private Optional<Fault> fault(String name, String content) {
    var value = content.strip();
    if (NOTHING.contains(value.toLowerCase(Locale.ROOT))) {
      return Optional.of(Fault.EMPTY);
    }
    if (TEMPLATE.matcher(value).find()) {
      return Optional.of(Fault.TEMPLATE);
    }
    return switch (name) {
      case "SiteDomain" -> domainFault(value);
      case "SiteIDCode" ->
          code.filter(own -> !own.equalsIgnoreCase(value)).map(own -> Fault.FOREIGN);
      case "PubDate" -> pubDateFault(value);
      default -> Optional.empty();
    };
  }

  private Optional<Fault> domainFault(String value) {
    var own =
        BETWEEN_DOMAINS
            .splitAsStream(value)
            .map(TagReading::host)
            .anyMatch(domain -> hosts.stream().anyMatch(host -> Hosts.related(host, domain)));
    if (!own) {
      return Optional.of(Fault.FOREIGN);
    }
    return SCHEME.matcher(value).find() ? Optional.of(Fault.SCHEME) : Optional.empty();
  }

  private static String host(String written) {
    var host = Hosts.of(SCHEME.matcher(written).find() ? written : "http://" + written);
    return host.isEmpty() ? written : host;
  }

  private Optional<Fault> pubDateFault(String value) {
    return pubDateForms.stream()
        .flatMap(form -> day(form, value).stream())
        .findFirst()
        .map(day ->
            day.isBefore(earliest) || day.isAfter(latest) || day.equals(LocalDate.EPOCH)
                ? Optional.of(Fault.IMPOSSIBLE)
                : Optional.<Fault>empty())
        .orElseGet(() -> Optional.of(Fault.FORM));
  }

  private static Optional<LocalDate> day(DateTimeFormatter form, String value) {
    try {
      return Optional.of(LocalDateTime.parse(value, form).toLocalDate());
    } catch (DateTimeParseException another) {
      return Optional.empty();
    }
  }
}
