package xuncha.crawler.render;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;
import xuncha.crawler.fetch.Body;

/// The page of a [Canvas] while it is acted on.
final class LiveStage implements Stage {
  private static final JsonMapper JSON = JsonMapper.shared();

  /// Frames of one page that are looked into.
  private static final int MOST_PARTS = 20;

  private final Canvas canvas;
  private final Page page;
  private final CDPSession protocol;
  private final Requests requests;
  private final Watch watch;
  private final Performance<?> performance;

  LiveStage(
      Canvas canvas,
      Page page,
      CDPSession protocol,
      Requests requests,
      Watch watch,
      Performance<?> performance) {
    this.canvas = canvas;
    this.page = page;
    this.protocol = protocol;
    this.requests = requests;
    this.watch = watch;
    this.performance = performance;
  }

  @Override
  public List<Part> parts() {
    var parts = new ArrayList<Part>();
    var tree = asking(() -> protocol.send("Page.getFrameTree")).getAsJsonObject("frameTree");
    collect(tree, parts);
    return List.copyOf(parts);
  }

  private void collect(JsonObject tree, List<Part> parts) {
    if (parts.size() == MOST_PARTS) {
      return;
    }
    var frame = tree.getAsJsonObject("frame");
    parts.add(new Frame(frame.get("id").getAsString(), frame.get("url").getAsString()));
    if (tree.has("childFrames")) {
      for (var below : tree.getAsJsonArray("childFrames")) {
        collect(below.getAsJsonObject(), parts);
      }
    }
  }

  @Override
  public void type(String text) {
    inTime();
    var what = new JsonObject();
    what.addProperty("text", text);
    asking(() -> protocol.send("Input.insertText", what));
  }

  @Override
  public void press(String key) {
    inTime();
    asking(() -> {
      page.keyboard().press(key);
      return true;
    });
  }

  @Override
  public boolean settle(Duration most) {
    inTime();
    return canvas.settle(most);
  }

  @Override
  public List<Attempt> attempts() {
    return List.copyOf(performance.attempts());
  }

  @Override
  public List<Box> boxes() {
    return List.copyOf(performance.boxes());
  }

  @Override
  public Duration left() {
    return watch.left();
  }

  @Override
  public Body picture() {
    inTime();
    return canvas.photograph();
  }

  /// An act that goes on after its time would be killed with the browser; it ends here instead.
  private void inTime() {
    if (watch.over()) {
      throw new StageFault("over " + performance.rule().time().toSeconds() + " s");
    }
  }

  /// The page may ask for something, or put up a box, before it answers.
  private <T> T asking(Supplier<T> question) {
    return requests.whileAnswering(question);
  }

  /// A frame by the browser's name for it.
  private final class Frame implements Part {
    private final String id;
    private final String url;

    Frame(String id, String url) {
      this.id = id;
      this.url = url;
    }

    @Override
    public String url() {
      return url;
    }

    @Override
    public JsonNode ask(String function, Object argument) {
      return evaluate("(" + function + ")(" + JSON.writeValueAsString(argument) + ")");
    }

    @Override
    public boolean click(String element) {
      var place = evaluate(reached(element));
      if (place.isMissingNode() || place.isNull()) {
        return false;
      }
      if (place.path("reached").asBoolean()) {
        asking(() -> {
          page.mouse().click(place.path("x").asDouble(), place.path("y").asDouble());
          return true;
        });
      } else {
        evaluate(
            "(() => { const element = (" + element + ")(); element.click(); return true; })()");
      }
      return true;
    }

    /// Where a hand would click; nothing when another element lies over it there.
    private static String reached(String element) {
      return """
      (() => {
        const element = (%s)();
        if (!element) return null;
        if (element.scrollIntoView) element.scrollIntoView({block: 'center', behavior: 'instant'});
        const box = element.getBoundingClientRect();
        let x = box.left + box.width / 2, y = box.top + box.height / 2;
        const hit = document.elementFromPoint(x, y);
        const own = box.width > 0 && box.height > 0 && hit
          && (hit === element || element.contains(hit) || hit.contains(element) && hit.matches('a, button, label'));
        if (!own) return {reached: false};
        for (let view = window; view !== view.top; view = view.parent) {
          const frame = view.frameElement;
          if (!frame) return {reached: false};
          const around = frame.getBoundingClientRect();
          x += around.left + frame.clientLeft;
          y += around.top + frame.clientTop;
        }
        return {reached: x >= 0 && y >= 0 && x < window.top.innerWidth && y < window.top.innerHeight, x, y};
      })()
      """
          .formatted(element);
    }

    private JsonNode evaluate(String expression) {
      inTime();
      try {
        var world = new JsonObject();
        world.addProperty("frameId", id);
        world.addProperty("worldName", "stage");
        var place =
            asking(() -> protocol.send("Page.createIsolatedWorld", world))
                .get("executionContextId");
        var question = new JsonObject();
        question.addProperty(
            "expression",
            "(() => { const it = "
                + expression
                + "; return it === undefined ? 'null' : JSON.stringify(it); })()");
        question.add("contextId", place);
        question.addProperty("returnByValue", true);
        return read(asking(() -> protocol.send("Runtime.evaluate", question)));
      } catch (PlaywrightException gone) {
        return canvas.lives() ? MissingNode.getInstance() : rethrown(gone);
      }
    }

    private JsonNode read(JsonObject answer) {
      if (answer.has("exceptionDetails")) {
        throw new StageFault(told(answer.getAsJsonObject("exceptionDetails")));
      }
      return JSON.readTree(answer.getAsJsonObject("result").get("value").getAsString());
    }

    private static String told(JsonObject details) {
      var exception = details.get("exception");
      JsonElement said =
          exception == null ? details.get("text") : exception.getAsJsonObject().get("description");
      var words = said == null ? details.toString() : said.getAsString();
      return words.substring(0, Math.min(200, words.length()));
    }

    private static JsonNode rethrown(PlaywrightException gone) {
      throw gone;
    }
  }
}
