package xuncha.crawler.render;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Forms that try to send what is written into them, each by another way and not only when told to.
public final class HostileForms {
  private static final int CROWD = 8;

  /// What every one of them has; `%s` is what makes it hostile.
  private static final String PAGE =
      """
      <!DOCTYPE html><html><head><meta charset=utf-8><title>写信</title></head><body>
      <form id=f action=/sent method=post onsubmit="return submitting(event)">
      <input name=title value=题><textarea id=t name=content rows=5></textarea>
      <button id=go>提交</button></form>
      <script>
      const t = document.getElementById('t'), f = document.getElementById('f');
      const go = document.getElementById('go');
      let submitting = () => false;
      const word = () => encodeURIComponent(t.value);
      const place = () => document.body.appendChild(document.createElement('div'));
      for (const [one, what] of [[t, 'input'], [t, 'keyup'], [t, 'change'], [go, 'click']]) {
        Object.defineProperty(one, 'on' + what, {set: (does) => one.addEventListener(what, does)});
      }
      %s
      </script></body></html>
      """;

  private final Map<String, String> pages = new LinkedHashMap<>();
  private final Map<String, String> staying = new LinkedHashMap<>();

  /// Each alone, by name.
  public static Map<String, String> each() {
    var all = new HostileForms();
    all.fill();
    all.staying.forEach((name, script) -> all.pages.put(name, PAGE.formatted(script)));
    return all.pages;
  }

  /// Those that leave their page each alone; the others together, some to a page.
  public static Map<String, String> crowded() {
    var all = new HostileForms();
    all.fill();
    var scripts = List.copyOf(all.staying.values());
    for (var from = 0; from < scripts.size(); from += CROWD) {
      var crowd = scripts.subList(from, Math.min(scripts.size(), from + CROWD));
      all.pages.put("crowd " + from, PAGE.formatted(String.join("\n", crowd)));
    }
    return all.pages;
  }

  /// Some of those that stay on their page, together.
  public static String crowd() {
    var all = crowded();
    return all.entrySet().stream()
        .filter(one -> one.getKey().startsWith("crowd"))
        .findFirst()
        .orElseThrow()
        .getValue();
  }

  private void leaving(String name, String script) {
    pages.put(name, PAGE.formatted(inBlock(script)));
  }

  private void staying(String name, String script) {
    staying.put(name, inBlock(script));
  }

  private static String inBlock(String script) {
    return "{ const more = place(); " + script + " }";
  }

  private void fill() {
    leaving("plain post", "submitting = () => true;");
    leaving("get", "f.method = 'get'; submitting = () => true;");
    leaving("in a window", "f.target = '_blank'; submitting = () => true;");
    leaving(
        "in a frame",
        "more.innerHTML = '<iframe name=in></iframe>'; f.target = 'in'; submitting = () => true;");
    leaving("request submit", "submitting = () => true; t.oninput = () => f.requestSubmit();");
    leaving("submit on change", "t.onchange = () => f.submit();");
    staying(
        "fetch on input", "t.oninput = () => fetch('/typed', {method: 'POST', body: t.value});");
    staying(
        "fetch that outlives its page",
        "go.onclick = () => { fetch('/kept', {method: 'POST', body: t.value, keepalive: true}); };");
    staying(
        "waiting XMLHttpRequest",
        "go.onclick = () => { const x = new XMLHttpRequest(); x.open('PUT', '/put', false); try { x.send(t.value); } catch {} };");
    staying("beacon on input", "t.oninput = () => navigator.sendBeacon('/beacon', t.value);");
    leaving(
        "beacon when left",
        "addEventListener('pagehide', () => navigator.sendBeacon('/left', t.value)); go.onclick = () => { location.href = '/away'; };");
    staying("pixel on keyup", "t.onkeyup = () => { new Image().src = '/p.gif?c=' + word(); };");
    staying(
        "background by style",
        "t.oninput = () => { more.style.backgroundImage = 'url(/b.gif?c=' + word() + ')'; more.textContent = 'x'; };");
    staying(
        "style sheet",
        "t.oninput = () => { more.innerHTML = '<link rel=stylesheet href=\"/s.css?c=' + word() + '\">'; };");
    staying(
        "prefetch",
        "t.oninput = () => { const l = document.createElement('link'); l.rel = 'prefetch'; l.href = '/pre?c=' + word(); document.head.append(l); };");
    staying(
        "preload",
        "t.oninput = () => { const l = document.createElement('link'); l.rel = 'preload'; l.as = 'fetch'; l.href = '/load?c=' + word(); document.head.append(l); };");
    staying(
        "script that calls back",
        "t.oninput = () => { const s = document.createElement('script'); s.src = '/jsonp?c=' + word(); document.head.append(s); };");
    staying(
        "video and sound",
        "t.oninput = () => { more.innerHTML = '<video autoplay src=\"/v.mp4?c=' + word() + '\"></video>'; };");
    staying(
        "socket while typing",
        "t.oninput = () => { const s = new WebSocket('ws://' + location.host + '/ws?c=' + word()); s.onopen = () => s.send(t.value); };");
    staying(
        "socket of a frame",
        "more.innerHTML = '<iframe></iframe>'; t.oninput = () => { new (more.firstChild.contentWindow.WebSocket)('ws://' + location.host + '/wsf'); };");
    staying("event stream", "t.oninput = () => { new EventSource('/events?c=' + word()); };");
    staying(
        "worker",
        """
        const w = new Worker(URL.createObjectURL(new Blob(['onmessage = e => { fetch(e.data); new WebSocket(e.data.replace("http", "ws")); }'])));
        t.oninput = () => w.postMessage(location.origin + '/worker?c=' + word());
        """);
    staying(
        "shared worker",
        """
        t.oninput = () => { new SharedWorker('data:text/javascript,' + encodeURIComponent('fetch("' + location.origin + '/shared", {mode: "no-cors"})')); };
        """);
    staying(
        "service worker",
        "t.oninput = () => { if (navigator.serviceWorker) navigator.serviceWorker.register('/sw.js').catch(() => {}); };");
    staying(
        "peer connection",
        """
        t.oninput = () => {
          const p = new RTCPeerConnection({iceServers: [{urls: 'stun:' + location.host}, {urls: 'turn:' + location.host + '?transport=tcp', username: 'a', credential: 'b'}]});
          p.createDataChannel('x');
          p.createOffer().then(o => p.setLocalDescription(o));
        };
        """);
    leaving("address", "go.onclick = () => { location = '/gone?c=' + word(); };");
    leaving("address replaced", "t.oninput = () => { location.replace('/gone?c=' + word()); };");
    leaving("window", "go.onclick = () => { window.open('/window?c=' + word()); };");
    leaving(
        "refresh put in",
        "go.onclick = () => { const m = document.createElement('meta'); m.httpEquiv = 'refresh'; m.content = '0;url=/refresh?c=' + word(); document.head.append(m); return false; };");
    staying(
        "link with a ping",
        "go.onclick = () => { more.innerHTML = '<a id=a href=\"#x\" ping=\"/ping\">x</a>'; document.getElementById('a').click(); };");
    staying(
        "boxes in a row",
        "go.onclick = () => { for (let i = 0; i < 5; i++) { alert('再想想' + i); } if (confirm('确定提交吗？')) fetch('/boxes', {method: 'POST', body: t.value}); };");
    leaving(
        "form in a form's frame",
        "more.innerHTML = '<iframe srcdoc=\"<form action=/inner method=post><input name=c></form>\"></iframe>'; go.onclick = () => { const d = more.firstChild.contentDocument; d.forms[0].c.value = t.value; d.forms[0].submit(); };");
    staying(
        "object and embed",
        "t.oninput = () => { more.innerHTML = '<object data=\"/o?c=' + word() + '\"></object><embed src=\"/e?c=' + word() + '\">'; };");
    staying(
        "frame's address",
        "t.oninput = () => { more.innerHTML = '<iframe src=\"/i?c=' + word() + '\"></iframe>'; };");
    staying(
        "font",
        "t.oninput = () => { new FontFace('x', 'url(/f.woff?c=' + word() + ')').load().catch(() => {}); };");
    staying("module", "t.oninput = () => { import('/m.js?c=' + word()).catch(() => {}); };");
    staying(
        "rules for going ahead",
        "t.oninput = () => { const s = document.createElement('script'); s.type = 'speculationrules'; s.textContent = JSON.stringify({prefetch: [{source: 'list', urls: ['/ahead?c=' + word()], eagerness: 'immediate'}]}); document.head.append(s); };");
    staying(
        "later",
        "t.oninput = () => { if (self.fetchLater) fetchLater('/later?c=' + word()); else fetch('/later'); };");
  }
}
