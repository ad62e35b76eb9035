/// Consultation: what forms and notices say of their limits, and what published letters tell.
/// Notices are read here, when they are gathered; nobody is judged here.
@NullMarked
package xuncha.crawler.probe.consult;

import org.jspecify.annotations.NullMarked;
