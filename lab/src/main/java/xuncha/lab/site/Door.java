package xuncha.lab.site;

/// Whether a site's name and address lead anywhere.
public enum Door {
  /// It is served.
  OPEN,
  /// Its address has nothing listening.
  REFUSED,
  /// Its name does not exist.
  NO_NAME
}
