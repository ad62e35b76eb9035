package xuncha.findings.visit;

import java.util.Locale;

/// What a column publishes; decides its update window.
public enum ColumnKind {
  /// 动态、要闻.
  NEWS,
  /// 通知公告.
  NOTICE,
  /// 政策文件.
  POLICY,
  /// 政策解读.
  INTERPRETATION,
  /// 互动交流: letters, surveys, interviews.
  INTERACTION,
  /// 办事服务.
  SERVICE,
  /// 概况、机构、领导: pages that rarely change.
  OVERVIEW,
  OTHER;

  /// The name used in JSON.
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
