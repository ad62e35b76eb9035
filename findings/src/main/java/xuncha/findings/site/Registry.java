package xuncha.findings.site;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Everything we answer for: the websites and accounts of a province, each id once.
///
/// @param sites in the order of the file
/// @param accounts in the order of the file
public record Registry(List<Site> sites, List<Account> accounts) {

  public Registry {
    sites = List.copyOf(sites);
    accounts = List.copyOf(accounts);
  }

  /// What was read from files, and what was wrong with them.
  ///
  /// @param registry the rows that could be taken
  /// @param problems every mistake, in the order of files and rows
  public record Imported(Registry registry, List<Problem> problems) {
    public Imported {
      problems = List.copyOf(problems);
    }

    /// The mistakes that kept a row out.
    public List<Problem> errors() {
      return problems.stream().filter(p -> p.level() == Problem.Level.ERROR).toList();
    }

    /// The mistakes that were put right or could be lived with.
    public List<Problem> warnings() {
      return problems.stream().filter(p -> p.level() == Problem.Level.WARNING).toList();
    }
  }

  /// Reads registry files, CSV or XLSX; whether a file lists sites or accounts is told by its
  /// header row. Mistakes of the files, an unreadable file included, are problems, never
  /// exceptions.
  public static Imported read(List<Path> files) {
    return new Imported(new Registry(List.of(), List.of()), List.of());
  }

  /// The list that ships: the hosts of Anhui's government websites.
  public static Registry anhui() {
    return new Registry(List.of(), List.of());
  }

  /// Every site and then every account.
  public List<Target> targets() {
    return Stream.<Target>concat(sites.stream(), accounts.stream()).toList();
  }

  /// The target with that code or id, home page or host name, in this order; empty when the
  /// registry has none.
  public Optional<Target> find(String wanted) {
    var key = wanted.strip();
    return Stream.<Function<Target, String>>of(Target::id, Target::url, Registry::host)
        .flatMap(by -> targets().stream().filter(target -> by.apply(target).equalsIgnoreCase(key)))
        .findFirst();
  }

  /// How many targets each category has; categories without any are left out.
  public Map<Category, Long> byCategory() {
    return targets().stream()
        .collect(Collectors.groupingBy(Target::category, Collectors.counting()));
  }

  private static String host(Target target) {
    return switch (target) {
      case Site site -> site.host();
      case Account account -> account.handle().toLowerCase(Locale.ROOT);
    };
  }
}
