/// What a page becomes once its scripts have run. A page that was read and found wanting goes in,
/// with a way to ask for whatever its scripts need; its final document comes out.
///
/// The browser has no network: every request stops here and is made by the visit itself, on the
/// visit's thread, so that address guard, politeness, robots.txt, budget and archive hold inside
/// the browser as they do outside. Playwright and its objects do not leave this package, and each
/// lives on the one thread that made it.
@NullMarked
package xuncha.crawler.render;

import org.jspecify.annotations.NullMarked;
