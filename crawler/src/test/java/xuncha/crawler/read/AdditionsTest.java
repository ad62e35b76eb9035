package xuncha.crawler.read;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Whether scripts may put entries beside a list that came with the page.
class AdditionsTest {
  private static final String OLD =
      "<ul><li><a href='/yw/1.html'>全县防汛工作会议召开</a><span>2024-10-19</span></li>"
          + "<li><a href='/yw/2.html'>关于举办招聘会的通知</a><span>2024-10-12</span></li>"
          + "<li><a href='/yw/3.html'>县领导调研重点项目</a><span>2024-10-02</span></li></ul>";

  /// What stands on a page beside an old list.
  @ParameterizedTest(name = "{1}: {0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          <p>版权所有</p> | NONE
          <ul id="zx"><li>加载中...</li></ul><script src="/js/a.js"></script> | LIKELY
          <div><li v-for="item in list">{{item.title}}</li></div><script src="/js/vue.js"></script> | LIKELY
          <script>var x=new XMLHttpRequest();x.open("GET","/api/n");x.onload=function(){document.getElementById("zx").innerHTML=x.responseText};x.send()</script> | LIKELY
          <div id="zx"></div><script>fetch(api+"1").then(show);function show(r){$("#zx").html(r)}</script> | LIKELY
          <ul id="zx"></ul><script>document.getElementById("zx").innerHTML=L.map(function(o){return "<li><a href='"+o.u+"'>"+o.t+"</a></li>"}).join("")</script> | LIKELY
          <ul id="n"></ul><script>for(i in L){var a=document.createElement("a");a.href=L[i].u;document.getElementById("n").appendChild(a)}</script> | LIKELY
          <div id="q"></div><script>document.getElementById("q").innerHTML="<a href='/yw/9.html'>喜报</a> 2025-05-30"</script> | LIKELY
          <div><script>document.write("<ul><li><a href='/yw/9.html'>喜报</a>2025-05-30</li></ul>")</script></div> | LIKELY
          <div class="box"><h3>部门动态</h3><script src="/js/news.js"></script></div> | LIKELY
          <ul><script src="/data/xw.js"></script></ul> | LIKELY
          <script>var D=[{"title":"全县招商引资工作推进会召开","date":"2025-05-30"}]</script><script src="/js/index.js"></script> | LIKELY
          <script src="/js/index.js"></script> | PERHAPS
          <script>var s=document.createElement("script");s.src="/data/n.js";document.body.appendChild(s)</script> | PERHAPS
          <script src="/js/jquery-1.12.4.min.js"></script><script src="/js/jquery.SuperSlide.2.1.js"></script> | NONE
          <script src="http://hm.baidu.com/hm.js?1"></script><script src="/tongji.js"></script> | NONE
          <script>var s=document.createElement("script");s.src="https://hm.baidu.com/hm.js?1";document.head.appendChild(s)</script> | NONE
          <script>$.get("/hits.do?id=7",function(n){$("#hits").html(n)})</script><div id="hits"></div> | NONE
          <ul id="dots"></ul><script>for(var i=0;i<5;i++)$("#dots").append("<li><a href='#'>"+i+"</a></li>")</script> | NONE
          <div class="page"><script>for(var i=1;i<_nPageCount;i++){document.write("<a href=\\""+_sPageName+"_"+i+"."+_sPageExt+"\\">"+(i+1)+"</a>");}</script></div> | NONE
          <div class="page"><script>document.write("<a href='"+name+"_"+(_nCurrIndex-1)+".html'>上一页</a><a href='"+next+"'>"+_nCurrIndex+"</a>")</script></div> | NONE
          <ul id="m"></ul><script>$("#m").append('<li><a href="'+news[i][1]+'" target="_blank"><em>'+news[i][0]+'</em></a></li>')</script> | LIKELY
          <ul id="m"></ul><script>$("#m").append(`<li><a href="${it.url}">${it.title}</a></li>`)</script> | LIKELY
          <script>document.write("<a href='javascript:turn()'>繁體中文</a>")</script> | NONE
          <script>document.write("今天是"+new Date().getFullYear()+"年")</script> | NONE
          <div id="ad"></div><script>$("#ad").html("<a href='"+to+"'><img src='/ad.gif'></a>")</script> | NONE
          <div class="app"><a href="/app.apk">政务客户端下载</a><script src="/js/v.js"></script></div> | PERHAPS
          <script>if(new Date()<new Date("2025/04/05"))document.body.className="gray"</script> | NONE
          <div class="footer"><script>document.write("<a href='"+police+"'>公安备案</a>")</script></div> | NONE
          <script>$.post("/mail/submit",function(){alert("已提交")})</script> | NONE
          """)
  void areToldByWhatWaitsForThemAndByWhatScriptsWrite(String beside, Additions expected) {
    var page = Pages.page("yw/", Pages.framed("本县要闻", OLD + beside));
    assertThat(page.substance().additions()).isEqualTo(expected);
  }
}
