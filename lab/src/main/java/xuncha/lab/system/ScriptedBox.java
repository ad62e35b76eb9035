package xuncha.lab.system;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import xuncha.lab.http.Request;
import xuncha.lab.site.SearchManner.Way;

/// Search boxes that only their scripts can start: no form says where a question goes, and no
/// script has the address in one piece.
final class ScriptedBox {
  private static final String SHOW =
      """
      function show(d){var u=document.getElementById('found');u.innerHTML='<p>'+(d.total?'共找到相关结果'+d.total+'条':'没有找到相关内容')+'</p>'+d.list.map(function(i){return '<div class="hit"><h4><a href="'+i.url+'">'+i.title+'</a></h4><span>'+i.date+'</span></div>'}).join('')}
      """;

  private ScriptedBox() {}

  /// @param choice the columns to choose from, as HTML
  static String html(Way way, String choice) {
    return switch (way) {
      case ICON ->
          """
          <span class="header-search" id="glass"></span><div id="bar"></div>
          <script>
          document.getElementById('glass').addEventListener('click',function(){var b=document.getElementById('bar');
          b.innerHTML='<input id="w" class="txt"><em class="go">确定</em>';b.lastChild.onclick=function(){
          location.assign(['','sea'+'rch'].join('/')+'?'+['q',encodeURIComponent(b.firstChild.value)].join('='))}})
          </script><style>#glass{display:inline-block;width:18px;height:18px;background:#999}</style>
          """;
      case WINDOW ->
          """
          <div class="top-search"><input id="w" placeholder="请输入关键词"><button id="b" type="button">搜索</button></div>
          <script>(function(){var b=document.getElementById('b'),p={q:''};b.addEventListener('click',function(){
          p.q=document.getElementById('w').value;window.open('/'+['sea','rch'].join('')+'?'+new URLSearchParams(p).toString())})})()</script>
          """;
      case COMPONENT, COMPONENT_POST, SIGNED -> component(way, choice);
      case GET, POST, SCRIPT, HIDDEN, JSON, OTHER_HOST, RESULTS_BY_POST, NONE -> "";
    };
  }

  /// A field whose value counts only when it was typed.
  private static String component(Way way, String choice) {
    return """
    <div id="app"></div><div id="found"></div><script>(function(){%s
    var app=document.getElementById('app'),word='';app.innerHTML='<div class="search-box">'+'%s'+'<input class="kw" placeholder="搜索"><button type="button">搜索</button></div>';
    app.querySelector('input').addEventListener('input',function(e){word=e.target.value});
    app.querySelector('button').addEventListener('click',function(){if(!word)return;var s=app.querySelector('select'),c=s?s.value:'';
    if(s&&!c){alert('请先选择栏目');return}var a='/'+['api','sea'+'rch'].join('/');%s.then(function(r){return r.json()}).then(show)})})()</script>
    """
        .formatted(SHOW, choice.replace("'", "\\'"), asking(way));
  }

  private static String asking(Way way) {
    return switch (way) {
      case COMPONENT_POST ->
          "fetch(a,{method:'POST',headers:{'content-type':'application/json'},body:JSON.stringify({keyword:word,channel:c,page:1})})";
      case SIGNED ->
          "fetch(a+'?'+new URLSearchParams({keyword:word,channel:c,sign:word.split('').reduce(function(n,x){return(n*31+x.charCodeAt(0))%1000003},7)}))";
      default -> "fetch(a+'?'+new URLSearchParams({keyword:word,channel:c}))";
    };
  }

  /// Whether the number fits the words.
  static boolean isSigned(Request request, String words) {
    var sum = words.chars().reduce(7, (sofar, c) -> (sofar * 31 + c) % 1_000_003);
    return request.parameter("sign").filter(String.valueOf(sum)::equals).isPresent();
  }

  /// The script of a page of results that asks for them by POST.
  static String resultsByPost(Charset charset) {
    return """
    <div id="found"></div><script>(function(){%s
    var m=/keyword=([^&]*)/.exec(location.search);if(!m)return;var w=%s;
    fetch('/'+['api','sea'+'rch'].join('/'),{method:'POST',headers:{'content-type':'application/x-www-form-urlencoded'},body:'keyword='+encodeURIComponent(w)+'&page=1'}).then(function(r){return r.json()}).then(show)})()</script>
    """
        .formatted(
            SHOW,
            charset.equals(StandardCharsets.UTF_8)
                ? "decodeURIComponent(m[1].replace(/\\+/g,' '))"
                : "new TextDecoder('gb18030').decode(new Uint8Array((m[1].replace(/\\+/g,' ').match(/%..|./g)||[]).map(function(x){return x.length===3?parseInt(x.slice(1),16):x.charCodeAt(0)})))");
  }

  /// A field of a JSON object that was sent.
  static String field(Request request, String name) {
    var field =
        Pattern.compile("\"" + name + "\":\"([^\"]*)\"")
            .matcher(new String(request.body(), StandardCharsets.UTF_8));
    return field.find() ? field.group(1) : "";
  }
}
