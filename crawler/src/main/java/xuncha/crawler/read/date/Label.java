package xuncha.crawler.read.date;

import static xuncha.crawler.read.date.Characters.han;
import static xuncha.crawler.read.date.Characters.latin;

import java.util.List;
import java.util.Locale;

/// What the words right before (or after) a date call it.
enum Label {
  /// 发布时间 and its relatives: the date we are after.
  PUBLISHED,
  /// 时间, 日期: any date, so the place must tell.
  PLAIN,
  /// 更新时间: good where nothing better is given.
  UPDATED,
  /// 成文日期, 生成日期: when a document was signed, which is another day in most cases.
  DOCUMENT,
  /// 来信时间, 回复时间: steps in the life of a letter, which is all that lists of letters show.
  LETTER,
  /// Any other date: of an event, a deadline, a question, today.
  OTHER,
  /// No label.
  NONE;

  private static final int LONGEST = 24;

  private static final List<String> PUBLISHED_WORDS =
      List.of(
          "发布时间", "发布日期", "发布于", "发布", "发稿", "上传", "上载", "公开", "发表时间", "发表日期", "发表于", "发表", "发稿时间",
          "发稿日期", "刊发时间", "刊发日期", "刊登时间", "刊登日期", "登载时间", "公布时间", "公布日期", "公开时间", "公开日期", "公告日期",
          "公告时间", "上传时间", "上传日期", "上网时间", "上网日期", "上线时间", "录入时间", "录入日期", "添加时间", "添加日期", "加入时间",
          "提交时间", "投稿时间", "推送时间", "稿件时间", "文章时间", "文章日期", "新闻日期", "新闻时间", "信息时间", "信息日期", "发文时间",
          "发佈时间", "發布時間", "發布日期", "發佈時間", "發佈日期", "發表時間", "發表日期", "發表於", "發佈於", "發布於", "發布", "發佈",
          "刊登時間", "上傳時間", "公告時間", "发部时间", "发步时间", "时间发布", "日期发布", "上载时间", "上载日期", "转载时间", "挂网时间",
          "挂网日期", "创建时间", "创建日期", "入库时间", "编发时间", "编发日期", "报道时间", "播出时间");

  /// What is named before a label makes it another document's: 本项目招标公告日期 in the notice of who won.
  private static final List<String> OF_ANOTHER = List.of("项目", "招标", "采购", "中标", "合同");

  private static final List<String> PLAIN_WORDS = List.of("时间", "日期", "時間", "年月日");
  private static final List<String> UPDATED_WORDS =
      List.of(
          "更新时间", "更新日期", "更新于", "更新", "修改时间", "修改日期", "编辑时间", "最后更新", "最近更新", "更新時間", "更新日期",
          "最後更新", "修改時間");
  private static final List<String> DOCUMENT_WORDS =
      List.of(
          "成文日期", "成文时间", "生成日期", "生成时间", "印发日期", "印发时间", "签发日期", "签发时间", "发文日期", "形成日期", "形成时间",
          "制发日期", "产生日期", "落款日期", "成文", "生成");
  private static final List<String> LETTER_WORDS =
      List.of(
          "来信时间", "来信日期", "写信时间", "写信日期", "提问时间", "留言时间", "留言日期", "咨询时间", "咨询日期", "受理时间", "受理日期",
          "回复时间", "回复日期", "答复时间", "答复日期", "办结时间", "办结日期", "反馈时间", "反馈日期", "回答时间", "提交日期");
  private static final List<String> ENDINGS =
      List.of(
          "日期", "时间", "時間", "时限", "期限", "今天", "今日", "今天是", "今日是", "截至", "截止", "当前", "现在", "有效期",
          "生日", "日", "起始", "开始", "结束", "期间", "于", "自", "从", "至", "回复", "答复");

  private static final List<String> PUBLISHED_FOREIGN =
      List.of(
          "published",
          "posted",
          "publié",
          "publie",
          "veröffentlicht",
          "created",
          "erstellt",
          "published date",
          "publication date",
          "date published",
          "published at",
          "release date",
          "released",
          "submitted",
          "erschienen",
          "geschrieben",
          "verfasst",
          "written",
          "online seit",
          "issued",
          "publiziert",
          "gepostet",
          "eingestellt",
          "hochgeladen");
  private static final List<String> PLAIN_FOREIGN =
      List.of("date", "datum", "time", "added", "vom", "news", "artikel");
  private static final List<String> UPDATED_FOREIGN =
      List.of(
          "updated",
          "last updated",
          "modified",
          "last modified",
          "aktualisiert",
          "stand",
          "update",
          "geändert",
          "zuletzt geändert",
          "bearbeitet",
          "revised",
          "mis à jour",
          "reviewed");
  private static final List<String> OTHER_FOREIGN =
      List.of(
          "accessed",
          "retrieved",
          "abgerufen",
          "geboren",
          "born",
          "expires",
          "until",
          "bis",
          "seit",
          "since",
          "ab",
          "beginn",
          "begin",
          "start",
          "ende",
          "end",
          "from",
          "joined",
          "registriert",
          "registered",
          "mitglied seit",
          "member since",
          "termin",
          "heute",
          "today",
          "copyright",
          "besuch");

  /// The label that ends right before `place` in `text`, across at most two block ends.
  static Label before(CharSequence text, int place) {
    int end = skipBack(text, place);
    if (end == 0) {
      return NONE;
    }
    return han(text.charAt(end - 1)) ? chinese(text, end, place) : foreign(text, end);
  }

  /// What a cell's name says of the date in the cell; `NONE` for a name that dates do not have.
  static Label named(String name) {
    int end = name.length();
    int bracket = Math.max(name.indexOf('('), name.indexOf('（'));
    end = bracket > 1 ? bracket : end; // 开标时间（北京时间）
    return end == 0 ? NONE : before(name.substring(0, end) + ':', end + 1);
  }

  /// The label that begins right after a date: "2024-09-10 发布".
  static Label after(CharSequence text, int start, int place) {
    if (start > 0 && (han(text.charAt(start - 1)) || text.charAt(start - 1) == '，')) {
      return NONE; // 该办法于2024年9月10日发布: a sentence
    }
    int at = place;
    while (at < text.length() && at - place < 3 && text.charAt(at) == ' ') {
      at++;
    }
    for (var word : List.of("发布", "发表", "發布", "發佈", "發表", "上传", "刊登")) {
      if (standsAlone(text, at, word)) {
        return PUBLISHED;
      }
    }
    return standsAlone(text, at, "更新") || standsAlone(text, at, "修改") ? UPDATED : NONE;
  }

  private static boolean standsAlone(CharSequence text, int at, String word) {
    int end = at + word.length();
    return end <= text.length()
        && word.contentEquals(text.subSequence(at, end))
        && (end == text.length() || " \n|)）】]".indexOf(text.charAt(end)) >= 0);
  }

  /// Back over spaces, colons, brackets and up to two block ends.
  private static int skipBack(CharSequence text, int place) {
    int blocks = 0;
    int at = place;
    while (at > 0 && place - at < LONGEST) {
      char c = text.charAt(at - 1);
      if (c == '\n' && ++blocks > 2) {
        return at;
      }
      if (c != '\n' && " :：∶[【(（|\"“'>》]】".indexOf(c) < 0) {
        return at;
      }
      at--;
    }
    return at;
  }

  private static Label chinese(CharSequence text, int end, int place) {
    var word = hanWord(text, end);
    boolean apart = text.subSequence(end, place).toString().indexOf('\n') >= 0;
    boolean marked = marked(text, end, place);
    if (endsWith(word, PUBLISHED_WORDS, marked)) {
      return OF_ANOTHER.stream().anyMatch(word::contains) ? PLAIN : PUBLISHED;
    }
    if (endsWith(word, UPDATED_WORDS, marked)) {
      return UPDATED;
    }
    if (endsWith(word, DOCUMENT_WORDS, marked)) {
      return DOCUMENT;
    }
    if (endsWith(word, LETTER_WORDS, marked)) {
      return LETTER;
    }
    if (PLAIN_WORDS.contains(word)) {
      return PLAIN;
    }
    if (apart && !marked) {
      return NONE; // the end of another block, not a label
    }
    return ENDINGS.stream().anyMatch(word::endsWith)
            || (marked && word.length() <= 2 && !Companions.in(word))
        ? OTHER
        : NONE;
  }

  /// Two-letter words (发布, 更新) are labels only with a colon or when they are the whole word.
  private static boolean endsWith(String word, List<String> labels, boolean marked) {
    for (var label : labels) {
      if (word.endsWith(label) && (label.length() > 2 || word.equals(label))) {
        return marked || label.length() > 2 || word.equals(label);
      }
    }
    return false;
  }

  private static boolean marked(CharSequence text, int end, int place) {
    for (int i = end; i < place; i++) {
      if (":：∶".indexOf(text.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }

  /// The run of Han characters that ends at `end`; 发 布 时 间 counts as one word.
  private static String hanWord(CharSequence text, int end) {
    var word = new StringBuilder();
    int at = end;
    while (at > 0 && end - at < LONGEST) {
      char c = text.charAt(at - 1);
      if (han(c)) {
        word.append(c);
        at--;
      } else if (c == ' ' && at > 1 && han(text.charAt(at - 2)) && single(text, at, end)) {
        at--;
      } else {
        break;
      }
    }
    return word.reverse().toString();
  }

  /// Whether the character right of the gap at `at` stands alone, as in letter-spaced labels.
  private static boolean single(CharSequence text, int at, int end) {
    boolean alone = at + 1 >= end || !han(text.charAt(at + 1));
    boolean nextAlone = at < 3 || !han(text.charAt(at - 3));
    return alone && nextAlone;
  }

  private static Label foreign(CharSequence text, int end) {
    if (!latin(text.charAt(end - 1)) && text.charAt(end - 1) < 0xC0) {
      return NONE;
    }
    int start = end;
    while (start > 0 && end - start < LONGEST && text.charAt(start - 1) != '\n') {
      start--;
    }
    var words = text.subSequence(start, end).toString().toLowerCase(Locale.ROOT).strip();
    if (start == 0 || text.charAt(start - 1) == '\n' || end - start < LONGEST) {
      words = ' ' + words;
    }
    for (var filler : List.of(" on", " am", " at", " le", " den", " the", " der", " dem")) {
      if (words.endsWith(filler)) {
        words = words.substring(0, words.length() - filler.length()).replaceAll("[ :,]+$", "");
      }
    }
    for (var day : List.of("day", "tag", "woch", "mon", "tue", "wed", "thu", "fri", "sat", "sun")) {
      if (words.endsWith(day)) {
        words = words.substring(0, Math.max(0, words.lastIndexOf(' '))).replaceAll("[ :,]+$", "");
        break;
      }
    }
    return foreign(words);
  }

  private static Label foreign(String words) {
    if (ends(words, UPDATED_FOREIGN)) {
      return UPDATED;
    }
    if (ends(words, PUBLISHED_FOREIGN)) {
      return PUBLISHED;
    }
    if (ends(words, PLAIN_FOREIGN)) {
      return PLAIN;
    }
    return ends(words, OTHER_FOREIGN) ? OTHER : NONE;
  }

  private static boolean ends(String words, List<String> labels) {
    return labels.stream().anyMatch(label -> words.endsWith(' ' + label));
  }
}
