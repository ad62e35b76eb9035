/// What a person has of logging in: tried with an account that the site's owner lends, once a
/// visit, and never with another's.
@NullMarked
package xuncha.crawler.probe.space;

import org.jspecify.annotations.NullMarked;
