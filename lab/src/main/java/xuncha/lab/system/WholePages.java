package xuncha.lab.system;

import xuncha.lab.site.Blueprint;
import xuncha.lab.site.LabColumn;
import xuncha.lab.site.LabItem;

/// A site system that writes its pages whole: one head, what the page is about, one foot.
abstract class WholePages extends SiteSystem {
  abstract String title(Blueprint site, Spot spot);

  abstract void head(Sheet out, Blueprint site, Spot spot, String title);

  abstract void foot(Sheet out, Blueprint site);

  abstract void home(Sheet out, Blueprint site);

  abstract void column(Sheet out, Blueprint site, LabColumn column, int page);

  abstract void article(Sheet out, Blueprint site, LabItem item);

  /// What stands around a page of another make, `{}` for the page.
  abstract String frame();

  @Override
  String home(Blueprint site) {
    return whole(site, new Spot.Home());
  }

  @Override
  final String column(Blueprint site, LabColumn column, int page) {
    return whole(site, new Spot.Column(column, page));
  }

  @Override
  final String article(Blueprint site, LabItem item) {
    return whole(site, new Spot.Article(item));
  }

  final String whole(Blueprint site, Spot spot) {
    var out = new Sheet();
    head(out, site, spot, title(site, spot));
    switch (spot) {
      case Spot.Splash _, Spot.Home _ -> home(out, site);
      case Spot.Column(var column, var page) -> column(out, site, column, page);
      case Spot.Article(var item) -> article(out, site, item);
    }
    foot(out, site);
    return out.toString();
  }

  @Override
  String framed(Blueprint site, String title, String content) {
    var out = new Sheet();
    head(out, site, new Spot.Home(), title + "-" + site.name());
    out.put(frame(), content);
    foot(out, site);
    return out.toString();
  }
}
