package xuncha.crawler.read.date;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What pages call their dates, in Chinese and in the languages of their foreign editions.
///
/// These words are grammar and no edition's to choose: what one means hangs on its form (a colon, a
/// cell, the whole word) and on what is told apart from it, and a word too many would date a page
/// by its deadline. Chinese ones are simplified here; pages' words are before they are looked up.
final class LabelWords {
  /// The longest Chinese word is so long.
  static final int LONGEST = 4;

  /// Words as short as this are labels only when nothing else is joined to them: 发布.
  static final int WHOLE = 2;

  private static final List<String> ENDINGS = List.of("时间", "日期");

  /// Verbs that alone say so, before a date as after it.
  static final List<String> PUBLISHING = List.of("发布", "发表", "发稿", "上传", "上载", "刊登");

  static final List<String> UPDATING = List.of("更新", "修改");

  private static final List<String> PUBLISHED_STEMS =
      List.of(
          "发布", "发表", "发稿", "刊发", "刊登", "登载", "公布", "公开", "公告", "上传", "上载", "上网", "录入", "添加", "文章",
          "新闻", "信息", "转载", "挂网", "创建", "编发");

  /// 公开 behind a date says who may read a letter, so it is no verb of [#PUBLISHING]. What has only
  /// one ending here is called something else with the other: 发文日期 is in a document's card beside
  /// its 发布日期, 提交日期 is a letter's, 报道日期 is when students come. 发部 and 发步 are how 发布 is mistyped.
  private static final List<String> PUBLISHED_WORDS =
      List.of(
          "公开", "发布于", "发表于", "上线时间", "加入时间", "提交时间", "投稿时间", "推送时间", "稿件时间", "发文时间", "发部时间",
          "发步时间", "时间发布", "日期发布", "入库时间", "报道时间", "播出时间");

  private static final List<String> UPDATED_STEMS = List.of("更新", "修改", "编辑");
  private static final List<String> UPDATED_WORDS = List.of("更新于", "最后更新", "最近更新");

  private static final List<String> DOCUMENT_STEMS =
      List.of("成文", "生成", "印发", "签发", "形成", "制发", "产生", "落款");
  private static final List<String> DOCUMENT_WORDS = List.of("发文日期", "成文", "生成");

  /// Fewer than the reader of letters knows: 登记时间 and 申请时间 are a letter's among letters only.
  private static final List<String> LETTER_STEMS =
      List.of("来信", "写信", "提问", "留言", "咨询", "受理", "回复", "答复", "办结", "反馈", "回答");

  private static final List<String> LETTER_WORDS = List.of("提交日期");
  private static final List<String> PLAIN_WORDS = List.of("年月日");

  /// Chinese labels by their words.
  static final Map<String, Label> CHINESE =
      Stream.of(
              called(Label.PUBLISHED, PUBLISHING),
              called(Label.PUBLISHED, PUBLISHED_WORDS),
              called(Label.PUBLISHED, ended(PUBLISHED_STEMS)),
              called(Label.UPDATED, UPDATING),
              called(Label.UPDATED, UPDATED_WORDS),
              called(Label.UPDATED, ended(UPDATED_STEMS)),
              called(Label.DOCUMENT, DOCUMENT_WORDS),
              called(Label.DOCUMENT, ended(DOCUMENT_STEMS)),
              called(Label.LETTER, LETTER_WORDS),
              called(Label.LETTER, ended(LETTER_STEMS)))
          .flatMap(words -> words)
          .collect(toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

  /// Names of any date, when they are the whole word.
  static final List<String> CHINESE_PLAIN =
      Stream.concat(ENDINGS.stream(), PLAIN_WORDS.stream()).toList();

  /// What is named before a label makes it another document's: 本项目招标公告日期 in the notice of who won.
  static final List<String> OF_ANOTHER = List.of("项目", "招标", "采购", "中标", "合同");

  /// Ends of words that call a date something that is no publication.
  static final List<String> CHINESE_OTHER =
      List.of(
          "日期", "时间", "时限", "期限", "今天", "今日", "今天是", "今日是", "截至", "截止", "当前", "现在", "有效期", "生日",
          "日", "起始", "开始", "结束", "期间", "于", "自", "从", "至", "回复", "答复");

  /// What a sentence says that an article was: "This entry was posted on …".
  static final List<String> ISSUED =
      List.of(
          "veröffentlicht",
          "publiziert",
          "verfasst",
          "geschrieben",
          "posted",
          "published",
          "publié");

  /// What such a sentence calls the article.
  static final List<String> PIECES =
      List.of("beitrag", "artikel", "this post", "this entry", "this article", "cet article");

  static final List<String> FOREIGN_PUBLISHED =
      Stream.concat(
              ISSUED.stream(),
              Stream.of(
                  "publie",
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
                  "written",
                  "online seit",
                  "issued",
                  "gepostet",
                  "eingestellt",
                  "hochgeladen"))
          .toList();
  static final List<String> FOREIGN_PLAIN =
      List.of("date", "datum", "time", "added", "vom", "news", "artikel");
  static final List<String> FOREIGN_UPDATED =
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
  static final List<String> FOREIGN_OTHER =
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

  private LabelWords() {}

  private static Stream<Map.Entry<String, Label>> called(Label label, List<String> words) {
    return words.stream().map(word -> Map.entry(word, label));
  }

  private static List<String> ended(List<String> stems) {
    return stems.stream().flatMap(stem -> ENDINGS.stream().map(stem::concat)).toList();
  }
}
