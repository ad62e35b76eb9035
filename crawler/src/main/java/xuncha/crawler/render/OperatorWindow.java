package xuncha.crawler.render;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.impl.TargetClosedError;
import com.microsoft.playwright.options.Cookie;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import xuncha.crawler.fetch.KeptCookie;

/// A browser that a person uses: they log in where no program may, and the cookies by which the
/// site knows them again are handed over. It is theirs, not the inspection's: nothing of it is
/// routed through us, counted or archived.
public final class OperatorWindow {
  /// Milliseconds between two looks whether the person is done.
  private static final double GLANCE = 500;

  private final Chromium chromium;
  private final Optional<String> rules;
  private final Duration patience;
  private final InstantSource clock;

  /// @param rules where the browser finds hosts, as Chromium's `--host-resolver-rules`; empty: as
  ///   the machine does
  /// @param patience how long the person may take
  public OperatorWindow(
      Chromium chromium, Optional<String> rules, Duration patience, InstantSource clock) {
    this.chromium = chromium;
    this.rules = rules;
    this.patience = patience;
    this.clock = clock;
  }

  /// Opens the address in a window and waits until the person says that they are in, closes the
  /// window, or has taken too long.
  ///
  /// @return the cookies that the browser last had
  /// @throws IllegalStateException when no window can be opened, in one line
  public List<KeptCookie> cookies(String url, BooleanSupplier done) {
    return cookies(url, true, _ -> {}, done);
  }

  /// What somebody does in the window first.
  interface Person {
    void use(Page page);
  }

  List<KeptCookie> cookies(String url, boolean visible, Person person, BooleanSupplier done) {
    var environment = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    var options =
        new BrowserType.LaunchOptions()
            .setExecutablePath(chromium.program())
            .setChromiumSandbox(chromium.sandboxed())
            .setHeadless(!visible)
            .setArgs(rules.map(all -> List.of("--host-resolver-rules=" + all)).orElse(List.of()));
    try (var playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
        var browser = playwright.chromium().launch(options);
        var context = browser.newContext()) {
      var page = context.newPage();
      page.navigate(url);
      person.use(page);
      return watched(context, page, done);
    } catch (PlaywrightException wrong) {
      throw new IllegalStateException(
          String.valueOf(wrong.getMessage()).lines().findFirst().orElse(""), wrong);
    }
  }

  private List<KeptCookie> watched(BrowserContext context, Page page, BooleanSupplier done) {
    var until = clock.instant().plus(patience);
    var last = List.<KeptCookie>of();
    try {
      while (true) {
        last = kept(context);
        if (done.getAsBoolean() || page.isClosed() || clock.instant().isAfter(until)) {
          return last;
        }
        page.waitForTimeout(GLANCE);
      }
    } catch (TargetClosedError closedByThePerson) {
      return last;
    }
  }

  private static List<KeptCookie> kept(BrowserContext context) {
    return context.cookies().stream().map(OperatorWindow::kept).toList();
  }

  static KeptCookie kept(Cookie cookie) {
    return new KeptCookie(
        cookie.name,
        cookie.value,
        cookie.domain,
        cookie.path,
        cookie.expires < 0 ? -1 : Math.round(cookie.expires * 1000),
        cookie.secure);
  }
}
