package xuncha.crawler.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import xuncha.crawler.Gatherer;
import xuncha.crawler.fetch.Exchange;
import xuncha.crawler.fetch.FetchSettings;
import xuncha.crawler.fetch.Fetcher;
import xuncha.crawler.fetch.KeptCookie;
import xuncha.crawler.manners.HostGate;
import xuncha.crawler.manners.Pace;
import xuncha.crawler.names.AddressGuard;
import xuncha.crawler.names.NetworkProfile;
import xuncha.crawler.names.Resolver;
import xuncha.crawler.probe.space.SpaceProbe;
import xuncha.crawler.read.PageReader;
import xuncha.findings.edition.Editions;
import xuncha.findings.site.Site;
import xuncha.findings.visit.Failure.Kind;
import xuncha.findings.visit.Gathered;
import xuncha.findings.visit.UserSpace;
import xuncha.lab.LabHost;
import xuncha.lab.LabServer;
import xuncha.lab.Province;
import xuncha.lab.site.Account;

/// A person logs in where a picture has to be read, and later visits go on with that.
@Timeout(180)
class OperatorWindowTest {
  private static final InstantSource CLOCK = InstantSource.system();
  private static final Gatherer.Scope SCOPE =
      new Gatherer.Scope() {
        @Override
        public Optional<Exchange.Answered> home() {
          return Optional.empty();
        }

        @Override
        public boolean sameBody(String url) {
          return url.startsWith("http");
        }

        @Override
        public boolean mayAsk(String url) {
          return true;
        }
      };

  private final Province province = Province.ofScenarios(11, Province.AS_OF, "login-return");
  private final LabHost host = province.carrying("login-return/captcha").getFirst();
  @TempDir private Path folder;

  @Test
  void aSessionThatAPersonMadeShowsTheSpace() {
    try (var lab = LabServer.start(province)) {
      var network = NetworkProfile.read(lab.write(folder).network());

      var cookies = loggedIn(lab);

      assertThat(cookies).isNotEmpty();
      var record = record(network, cookies);
      assertThat(record.space().orElseThrow().histories()).hasSize(UserSpace.Kind.values().length);
      assertThat(record.login().why().orElseThrow().kind()).isEqualTo(Kind.HUMAN_WANTED);
    }
  }

  @Test
  void aSessionThatHasRunOutShowsNothing() {
    try (var lab = LabServer.start(province)) {
      var network = NetworkProfile.read(lab.write(folder).network());
      var old = new KeptCookie("SESSION", "gone", host.plan().domain(), "/", -1, false);

      var record = record(network, List.of(old));

      assertThat(record.space()).isEmpty();
      assertThat(record.login().why().orElseThrow().detail()).contains("run out");
      assertThat(old.toString()).doesNotContain("gone");
    }
  }

  private List<KeptCookie> loggedIn(LabServer lab) {
    var account = Account.of(host.plan());
    var window =
        new OperatorWindow(
            Chromium.find("", System.getenv()).orElseThrow(),
            Optional.of("MAP *:80 127.0.0.1:" + lab.httpPort()),
            Duration.ofMinutes(1),
            CLOCK);
    return window.cookies(
        host.site().url(),
        false,
        page -> {
          page.navigate(host.plan().root() + "/member/login");
          page.fill("[name=loginName]", account.user());
          page.fill("[name=loginPwd]", account.password());
          page.fill("[name=yzm]", "k7mp");
          page.waitForResponse(
              answer -> answer.url().contains("doLogin"), () -> page.click("input[type=submit]"));
        },
        () -> true);
  }

  private UserSpace record(NetworkProfile network, List<KeptCookie> cookies) {
    Site site = host.site();
    var lexicon = Editions.shipped("cn-2019").lexicon();
    try (var fetcher =
        new Fetcher(
            network,
            new Resolver(network, CLOCK),
            new AddressGuard(network),
            FetchSettings.defaults(),
            new HostGate(Pace.undelayed(), CLOCK),
            CLOCK)) {
      var probe =
          new SpaceProbe(
              fetcher, new PageReader(lexicon), lexicon, Map.of(), Map.of(site.id(), cookies));
      return ((Gathered.Got<UserSpace>) probe.gather(site, SCOPE)).artifact();
    }
  }
}
