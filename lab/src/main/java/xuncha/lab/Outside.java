package xuncha.lab;

import java.util.List;
import java.util.Map;
import xuncha.lab.http.Reply;
import xuncha.lab.http.Request;

/// The hosts outside the province that its pages link to; all of them work.
final class Outside {
  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("www.gov.cn", "中国政府网_中央人民政府门户网站"),
          Map.entry("www.jhzwfw.gov.cn", "江淮政务服务网"),
          Map.entry("12345.jianghuai.gov.cn", "江淮12345政务服务便民热线"),
          Map.entry("www.creditchina.gov.cn", "信用中国"),
          Map.entry("www.ccgp.gov.cn", "中国政府采购网"),
          Map.entry("beian.miit.gov.cn", "ICP/IP地址/域名信息备案管理系统"),
          Map.entry("www.beian.gov.cn", "全国互联网安全管理服务平台"),
          Map.entry("bszs.conac.cn", "党政机关网站标识"),
          Map.entry("zfwzgl.www.gov.cn", "我为政府网站找错"));

  private Outside() {}

  static List<String> hosts() {
    return NAMES.keySet().stream().sorted().toList();
  }

  static Reply answer(Request request) {
    var name = NAMES.getOrDefault(request.host(), request.host());
    return Reply.html(
        """
        <!DOCTYPE html>
        <html lang="zh-CN"><head><meta charset="utf-8"><title>%s</title></head>
        <body><div id="wrap"><h1>%s</h1><p>欢迎访问%s。本网站为公众提供信息查询与在线服务，请通过上方导航选择需要的服务事项。</p>
        <p>服务热线：12345　工作时间：周一至周五 9:00-17:00</p></div></body></html>
        """
            .formatted(name, name, name));
  }
}
