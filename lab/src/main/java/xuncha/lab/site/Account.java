package xuncha.lab.site;

/// The account that a site's owner lends to whoever inspects it.
///
/// @param user the name to log in with
/// @param password its password
public record Account(String user, String password) {
  /// The account of that site, always the same.
  public static Account of(Blueprint site) {
    var lot = site.lot("account");
    return new Account("ceshi" + lot.below(10_000), "Xc!" + Long.toHexString(lot.bits()));
  }
}
