package xuncha.crawler.render;

import com.microsoft.playwright.options.Cookie;
import java.util.List;
import xuncha.crawler.fetch.Exchange;

/// One page to be drawn.
///
/// @param page as it was answered
/// @param cookies what the visit's earlier pages left behind; the browser's thread puts those of
///   this page there before it hands the drawing out
/// @param agent how the browser calls itself
record Job(
    Exchange.Answered page, List<Cookie> cookies, boolean pictured, String agent, Hatch hatch) {}
