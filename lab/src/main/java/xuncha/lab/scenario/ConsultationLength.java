package xuncha.lab.scenario;

import com.google.auto.service.AutoService;
import java.util.List;
import xuncha.lab.site.ConsultChecking.Kind;
import xuncha.lab.site.ConsultManner.Way;

/// Forms that demand many characters, by attribute or in words, and ones that seem to.
@AutoService(Scenario.class)
public final class ConsultationLength extends Consulting {
  /// As the service loader makes it.
  public ConsultationLength() {
    super("consult-min-length");
  }

  @Override
  public List<Variant> variants() {
    return List.of(
        fault("attribute", one -> one.with("minlength=\"50\"").telling("minLength", 50)),
        fault(
            "library",
            one ->
                one.with("datatype=\"*30-800\"")
                    .telling("minLength", 30)
                    .telling("maxLength", 800)),
        fault("hint", one -> one.hinting("请输入不少于50字的内容").telling("minLength", 50)),
        fault("words", one -> one.noting("来信内容不得少于五十个字。").telling("minLength", 50)),
        fault(
            "range",
            one ->
                one.noting("3．信件内容限20-500字。").telling("minLength", 20).telling("maxLength", 500)),
        fault(
            "before-agreement",
            one -> one.by(Way.AGREEMENT).noting("留言内容不少于30字，否则不予受理。").telling("minLength", 30)),
        fault(
            "in-frame", one -> one.by(Way.FRAME).with("minlength=\"20\"").telling("minLength", 20)),
        fault(
            "contradicting",
            one -> one.with("minlength=\"50\"").noting("内容不少于20字。").telling("minLength", 50)),
        fault("box", one -> one.checking(Kind.BOX, 50, 0).telling("minLength", 50)),
        fault(
            "layer",
            one ->
                one.checking(Kind.LAYER, 30, 600)
                    .telling("minLength", 30)
                    .telling("maxLength", 600)
                    .telling("source", "probe")),
        fault(
            "line",
            one ->
                one.checking(Kind.LINE, 20, 500)
                    .telling("minLength", 20)
                    .telling("maxLength", 500)),
        fault("button", one -> one.checking(Kind.BUTTON, 15, 0).telling("minLength", 15)),
        fault("count", one -> one.checking(Kind.COUNT, 37, 0).telling("minLength", 37)),
        fault("order", one -> one.checking(Kind.ORDER, 26, 0).telling("minLength", 26)),
        fault(
            "contradicting-script",
            one ->
                one.checking(Kind.BOX, 50, 0)
                    .noting("内容不少于20字。")
                    .telling("minLength", 50)
                    .telling("source", "probe")),
        twin("filled", one -> one.checking(Kind.FILLED, 0, 0)),
        twin("cut", one -> one.checking(Kind.CUT, 0, 200)),
        twin("short-script", one -> one.checking(Kind.BOX, 8, 0).telling("minLength", 8)),
        trap("code-first", one -> one.checking(Kind.CODE_FIRST, 50, 0)),
        trap("server", one -> one.checking(Kind.SERVER, 50, 0)),
        twin("short", one -> one.with("minlength=\"5\"").telling("minLength", 5)),
        trap("title", one -> one.noting("标题不少于15字。")),
        trap("most", one -> one.with("maxlength=\"500\"").noting("内容不超过500字。")),
        trap("advice", one -> one.noting("为便于办理，内容建议50字以上。")),
        trap("answers", one -> one.noting("答复内容一般不少于100字。")));
  }
}
