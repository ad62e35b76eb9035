package xuncha.crawler.read.date;

import static xuncha.crawler.read.date.Characters.han;
import static xuncha.crawler.read.date.Characters.latin;
import static xuncha.crawler.read.date.Characters.simplified;

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
    int end = at + LabelWords.WHOLE;
    if (end > text.length() || (end < text.length() && " \n|)）】]".indexOf(text.charAt(end)) < 0)) {
      return NONE;
    }
    var verb = "" + simplified(text.charAt(at)) + simplified(text.charAt(at + 1));
    if (LabelWords.PUBLISHING.contains(verb)) {
      return PUBLISHED;
    }
    return LabelWords.UPDATING.contains(verb) ? UPDATED : NONE;
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
    var label = known(word);
    if (label != NONE) {
      boolean another = LabelWords.OF_ANOTHER.stream().anyMatch(word::contains);
      return label == PUBLISHED && another ? PLAIN : label;
    }
    if (LabelWords.CHINESE_PLAIN.contains(word)) {
      return PLAIN;
    }
    if (apart && !marked) {
      return NONE; // the end of another block, not a label
    }
    return LabelWords.CHINESE_OTHER.stream().anyMatch(word::endsWith)
            || (marked && word.length() <= 2 && !Companions.in(word))
        ? OTHER
        : NONE;
  }

  /// The label that a word is or ends in; two letters (发布, 更新) are one only as the whole word.
  private static Label known(String word) {
    int start = Math.max(0, word.length() - LabelWords.LONGEST);
    while (word.length() - start >= LabelWords.WHOLE) {
      boolean may = start == 0 || word.length() - start > LabelWords.WHOLE;
      var label = may ? LabelWords.CHINESE.get(word.substring(start)) : null;
      if (label != null) {
        return label;
      }
      start++;
    }
    return NONE;
  }

  private static boolean marked(CharSequence text, int end, int place) {
    for (int i = end; i < place; i++) {
      if (":：∶".indexOf(text.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }

  /// The run of Han characters that ends at `end`, simplified; 发 布 时 间 counts as one word.
  private static String hanWord(CharSequence text, int end) {
    var word = new StringBuilder();
    int at = end;
    while (at > 0 && end - at < LONGEST) {
      char c = text.charAt(at - 1);
      if (han(c)) {
        word.append(simplified(c));
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
    if (ends(words, LabelWords.FOREIGN_UPDATED)) {
      return UPDATED;
    }
    if (ends(words, LabelWords.FOREIGN_PUBLISHED)) {
      return PUBLISHED;
    }
    if (ends(words, LabelWords.FOREIGN_PLAIN)) {
      return PLAIN;
    }
    return ends(words, LabelWords.FOREIGN_OTHER) ? OTHER : NONE;
  }

  private static boolean ends(String words, List<String> labels) {
    return labels.stream().anyMatch(label -> words.endsWith(' ' + label));
  }
}
