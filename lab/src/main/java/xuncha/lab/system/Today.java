package xuncha.lab.system;

import xuncha.lab.site.Blueprint;
import xuncha.lab.site.DateStyle;

/// Today's date, as a header shows it whether anything is new or not.
final class Today {
  private static final String DAYS = "一二三四五六日";

  private Today() {}

  /// 今天是2020年3月31日 星期二, empty where the site shows none.
  static String line(Blueprint site) {
    if (!site.home().todayWidget()) {
      return "";
    }
    var today = site.today();
    return "今天是"
        + DateStyle.chinese(today)
        + " 星期"
        + DAYS.charAt(today.getDayOfWeek().getValue() - 1);
  }
}
