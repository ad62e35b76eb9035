package xuncha.lab.system;

import xuncha.lab.site.ConsultChecking;

/// The scripts of forms that look at what is written into them.
final class ConsultScripts {
  private static final String SEND =
      """
      function send(f) {
        var x = new XMLHttpRequest();
        x.open('POST', '/xiexin.do');
        x.setRequestHeader('Content-Type', 'application/x-www-form-urlencoded');
        x.onload = function () { alert('提交成功！'); };
        x.send(['xm', 'dh', 'bt', 'content', 'yzm'].map(function (n) { return n + '=' + encodeURIComponent(f[n].value); }).join('&'));
      }
      """;

  private static final String BEGIN =
      """
      <script>
      (function () {
      var f = document.getElementById('content').form, c = f.content;
      function n() { return c.value.replace(/\\s/g, '').length; }
      function empty() {
        var names = {xm: '姓名', dh: '联系电话', bt: '标题', yzm: '验证码'};
        for (var k in names) if (f[k] && !f[k].value) return '请填写' + names[k];
        return c.value ? '' : '请填写内容';
      }
      """;

  private ConsultScripts() {}

  /// What stands before the button.
  static String before(ConsultChecking checking) {
    return switch (checking.kind()) {
      case COUNT -> "<p class=\"tip\">还需输入<em id=\"hxsr\">" + checking.least() + "</em>字</p>\n";
      case ORDER ->
          "<p>类别：<select name=\"lb\"><option value=\"\">请选择</option><option value=\"1\">咨询</option><option value=\"2\">建议</option></select></p><p><label><input type=\"checkbox\" name=\"ty\">我已阅读并同意来信须知</label></p>\n";
      case NONE, FILLED, BOX, LAYER, LINE, BUTTON, CODE_FIRST, SERVER, CUT -> "";
    };
  }

  /// What stands after the form.
  static String after(ConsultChecking checking) {
    return checking.scripted()
        ? BEGIN
            + SEND
            + script(checking)
                .replace("LEAST", String.valueOf(checking.least()))
                .replace("MOST", String.valueOf(checking.most()))
            + "})();\n</script>\n"
        : "";
  }

  private static String script(ConsultChecking checking) {
    return switch (checking.kind()) {
      case NONE -> "";
      case FILLED, SERVER ->
          "f.onsubmit = function () { var e = empty(); if (e) { alert(e); return false; } return true; };\n";
      case BOX ->
          """
          f.onsubmit = function () {
            if (c.value && n() < LEAST) { alert('您填写的信件过于简单，请补充到LEAST个字再提交！'); c.focus(); return false; }
            var e = empty();
            if (e) { alert(e); return false; }
            return true;
          };
          """;
      case LAYER ->
          """
          function msg(text) {
            var d = document.createElement('div');
            d.className = 'layui-layer layui-layer-msg';
            d.style.cssText = 'position:fixed;z-index:999;top:200px;left:40%;padding:12px;background:#000;color:#fff';
            d.innerHTML = '<div class="layui-layer-content">' + text + '</div>';
            document.body.appendChild(d);
            setTimeout(function () { d.parentNode.removeChild(d); }, 3000);
          }
          f.onsubmit = function () {
            var e = empty();
            if (e) msg(e);
            else if (n() < LEAST) msg('来信内容太短，请详细描述您的问题');
            else if (MOST && n() > MOST) msg('来信内容超出MOST字，请精简');
            else send(f);
            return false;
          };
          """;
      case LINE ->
          """
          function line() {
            var old = document.getElementById('cw');
            if (old) old.parentNode.removeChild(old);
            if (n() >= LEAST && n() <= MOST) return true;
            var d = document.createElement('div');
            d.id = 'cw';
            d.className = 'el-form-item__error';
            d.textContent = '长度在 LEAST 到 MOST 个字符';
            c.parentNode.insertBefore(d, c.nextSibling);
            return false;
          }
          c.onblur = line;
          f.onsubmit = function () { if (line() && !empty()) send(f); return false; };
          """;
      case BUTTON ->
          """
          var b = f.querySelector('[type=submit]');
          function look() { b.disabled = n() < LEAST; }
          c.oninput = look;
          look();
          """;
      case COUNT ->
          """
          var e = document.getElementById('hxsr');
          c.oninput = function () { e.innerHTML = Math.max(0, LEAST - n()); };
          f.onsubmit = function () { if (n() >= LEAST && !empty()) send(f); return false; };
          """;
      case ORDER ->
          """
          f.onsubmit = function () {
            var e = !f.ty.checked ? '请先阅读并同意来信须知' : !f.lb.value ? '请选择类别'
              : !/^1[3-9]\\d{9}$/.test(f.dh.value) ? '请输入正确的手机号码' : empty() ? empty()
              : n() < LEAST ? '内容字数不足' : '';
            if (e) { alert(e); return false; }
            return confirm('确认提交吗？');
          };
          """;
      case CODE_FIRST ->
          """
          f.onsubmit = function () {
            var x = new XMLHttpRequest();
            x.open('GET', '/yzm.do?c=' + encodeURIComponent(f.yzm.value));
            x.onload = function () {
              if (x.responseText !== 'ok') alert('验证码错误');
              else if (n() < LEAST) alert('内容不得少于LEAST字');
              else send(f);
            };
            x.send();
            return false;
          };
          """;
      case CUT ->
          """
          c.oninput = function () { if (c.value.length > MOST) c.value = c.value.substring(0, MOST); };
          f.onsubmit = function () { var e = empty(); if (e) { alert(e); return false; } return true; };
          """;
    };
  }
}
