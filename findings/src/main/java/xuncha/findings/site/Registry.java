package xuncha.findings.site;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
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
    return new RegistryReader().read(files);
  }

  /// The list that ships: the hosts of Anhui's government websites.
  public static Registry anhui() {
    try {
      return new RegistryReader()
          .read(() -> shipped("anhui-sites.csv"), "anhui-sites.csv")
          .registry();
    } catch (IOException | UnreadableTable broken) {
      throw new IllegalStateException("the shipped registry is broken", broken);
    }
  }

  /// Every site and then every account.
  public List<Target> targets() {
    return Stream.<Target>concat(sites.stream(), accounts.stream()).toList();
  }

  /// The target with that code or id, home page or host name, in this order; empty when the
  /// registry has none.
  public Optional<Target> find(String wanted) {
    var text = wanted.strip();
    var page = HomeAddress.parse(text) instanceof HomeAddress.Usable(_, var key, _) ? key : "";
    var host = Site.hostOf("http://" + text + "/");
    return Stream.<Predicate<Target>>of(
            target -> target.id().equalsIgnoreCase(text),
            target ->
                HomeAddress.parse(target.url()) instanceof HomeAddress.Usable(_, var key, _)
                    && key.equals(page),
            target -> target instanceof Site site && site.host().equals(host))
        .flatMap(fits -> targets().stream().filter(fits))
        .findFirst();
  }

  /// How many targets each category has; categories without any are left out.
  public Map<Category, Long> byCategory() {
    return targets().stream()
        .collect(Collectors.groupingBy(Target::category, Collectors.counting()));
  }

  private static InputStream shipped(String name) throws IOException {
    var resource = Registry.class.getResourceAsStream(name);
    if (resource == null) {
      throw new FileNotFoundException(name);
    }
    return resource;
  }
}
