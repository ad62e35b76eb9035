/// What a simulated site is made of: its body, columns, items, marks, tags, and how it behaves. All
/// of it is small and immutable; pages are written from it for each request.
@NullMarked
package xuncha.lab.site;

import org.jspecify.annotations.NullMarked;
