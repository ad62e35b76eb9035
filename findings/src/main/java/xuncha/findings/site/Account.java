package xuncha.findings.site;

import java.util.Map;

/// A new-media account as the registry lists it.
///
/// @param id the registry's own identifier
/// @param platform where the account lives
/// @param handle its name on the platform (WeChat id, Weibo uid, …), empty when unknown
/// @param name what people call it
/// @param organiser the body that answers for it
/// @param category the kind of body
/// @param region the administrative region, empty when unknown
/// @param url its public page, empty when it has none
/// @param feed a feed or export that an owner or a bridge supplies, empty when there is none
/// @param labels columns of the registry file that we do not interpret, by header
public record Account(
    String id,
    Platform platform,
    String handle,
    String name,
    String organiser,
    Category category,
    String region,
    String url,
    String feed,
    Map<String, String> labels)
    implements Target {

  public Account {
    if (id.isBlank()) {
      throw new IllegalArgumentException("an account needs an id");
    }
    labels = Map.copyOf(labels);
  }
}
