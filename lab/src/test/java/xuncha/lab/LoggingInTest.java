package xuncha.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import xuncha.lab.site.Account;
import xuncha.lab.site.Blueprint;

class LoggingInTest {
  private final Province province = Province.ofScenarios(5, Province.AS_OF, "login-return");

  @Test
  void showsTheEntryToStrangersAndTheSpaceToWhoIsLoggedIn() throws IOException {
    try (var lab = LabServer.start(province)) {
      var plan = plan("by-address");
      var visitor = new Visitor(lab);
      assertThat(visitor.get(plan.root() + "/").text())
          .contains("/member/login?backurl=")
          .doesNotContain("/member/logout");

      var answer = logIn(visitor, plan, Account.of(plan).password());
      assertThat(answer.status()).isEqualTo(302);
      var session = answer.head().split("Set-Cookie: ", -1)[1].split(";", -1)[0];

      assertThat(visitor.ask("GET", plan.root() + "/", "Cookie: " + session + "\r\n").text())
          .contains("/member/logout");
      assertThat(
              visitor
                  .ask("GET", plan.root() + "/member/index", "Cookie: " + session + "\r\n")
                  .text())
          .contains("/member/list?t=2");
    }
  }

  @Test
  void letsNobodyInWithAnotherPassword() throws IOException {
    try (var lab = LabServer.start(province)) {
      var answer = logIn(new Visitor(lab), plan("by-address"), "guess");
      assertThat(answer.head()).doesNotContain("Set-Cookie");
      assertThat(answer.text()).contains("错误");
    }
  }

  private static Visitor.Seen logIn(Visitor visitor, Blueprint plan, String password)
      throws IOException {
    var body =
        "loginName="
            + Account.of(plan).user()
            + "&loginPwd="
            + password
            + "&backurl=http%3A%2F%2Fx";
    return visitor.ask(
        "POST",
        plan.root() + "/member/doLogin",
        "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: "
            + body.length()
            + "\r\n",
        body);
  }

  private Blueprint plan(String variant) {
    return province.carrying("login-return/" + variant).getFirst().plan();
  }
}
