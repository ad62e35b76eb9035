package xuncha.findings.site;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Gathers targets from any number of tables and keeps ids unique: the first row of an id stands.
final class RegistryBuilder {
  private final List<Site> sites = new ArrayList<>();
  private final List<Account> accounts = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private final Map<String, String> places = new HashMap<>();
  private final Map<String, String> addresses = new HashMap<>();

  void add(Problem problem) {
    problems.add(problem);
  }

  void add(Target target, String file, int row, Header header) {
    var place = file + ":" + row;
    var earlier = places.putIfAbsent(target.id().toLowerCase(Locale.ROOT), place);
    if (earlier != null) {
      problems.add(taken(target, file, row, header, earlier));
      return;
    }
    switch (target) {
      case Site site -> {
        sameAddress(site, file, row, header, place);
        sites.add(site);
      }
      case Account account -> accounts.add(account);
    }
  }

  Registry.Imported build() {
    return new Registry.Imported(new Registry(sites, accounts), problems);
  }

  private Problem taken(Target target, String file, int row, Header header, String earlier) {
    var nameless = target instanceof Site site && site.code().isEmpty();
    var column = target instanceof Site ? (nameless ? Field.URL : Field.CODE) : Field.ID;
    return new Problem(
        file,
        row,
        header.title(column),
        Problem.Level.ERROR,
        (nameless
                ? new Wording(
                    "与 " + earlier + " 主机相同，且都没有标识码",
                    "the same host without a code as in " + earlier)
                : new Wording(
                    "与 " + earlier + " 的 " + header.title(column) + " 相同",
                    "the same " + header.title(column) + " as in " + earlier))
            .about(RowReader.quoted(target.id())),
        nameless
            ? new Wording("请删去其中一行，或填上各自的标识码", "remove one of the rows, or give them their codes")
            : new Wording("请删去其中一行，或改正", "remove one of the rows, or correct it"));
  }

  /// Two codes for one page may be right (bodies merge); but it is visited twice.
  private void sameAddress(Site site, String file, int row, Header header, String place) {
    if (HomeAddress.parse(site.url()) instanceof HomeAddress.Usable(_, var key, _)) {
      var earlier = addresses.putIfAbsent(key, place);
      if (earlier != null) {
        problems.add(
            new Problem(
                file,
                row,
                header.title(Field.URL),
                Problem.Level.WARNING,
                new Wording("与 " + earlier + " 的首页相同", "the same home page as in " + earlier)
                    .about(RowReader.quoted(site.url())),
                new Wording(
                    "除非两个标识码都有效，请删去其中一行",
                    "remove one of the rows unless both codes are in force")));
      }
    }
  }
}
