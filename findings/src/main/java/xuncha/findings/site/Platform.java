package xuncha.findings.site;

import java.util.Arrays;
import java.util.Optional;

/// Where a new-media account lives.
public enum Platform {
  WECHAT("微信"),
  WEIBO("微博"),
  TOUTIAO("今日头条"),
  DOUYIN("抖音"),
  KUAISHOU("快手"),
  WEISHI("微视"),
  CHANNELS("视频号"),
  BILIBILI("哔哩哔哩"),
  APP("移动客户端"),
  OTHER("其他");

  private final String zh;

  Platform(String zh) {
    this.zh = zh;
  }

  /// The name used in files and JSON.
  public String id() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  /// The name used in the bulletin.
  public String zh() {
    return zh;
  }

  /// The platform written as `text` (its id or its Chinese name), empty when it is neither.
  public static Optional<Platform> parse(String text) {
    var wanted = text.strip();
    return Arrays.stream(values())
        .filter(platform -> platform.id().equalsIgnoreCase(wanted) || platform.zh.equals(wanted))
        .findFirst();
  }
}
