package xuncha.crawler.probe.space;

/// An account that a site's owner lends to whoever inspects it.
///
/// @param user the name to log in with
/// @param password its password
public record TestAccount(String user, String password) {
  public TestAccount {
    if (user.isBlank() || password.isEmpty()) {
      throw new IllegalArgumentException("an account without name or password");
    }
  }

  /// Neither name nor password, wherever this is printed.
  @Override
  public String toString() {
    return "TestAccount[…]";
  }
}
