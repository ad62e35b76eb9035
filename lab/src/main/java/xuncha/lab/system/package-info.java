/// The site systems that the province's sites run on: each has its own addresses, markup, charset
/// and way of showing lists, as the products on the market do.
@NullMarked
package xuncha.lab.system;

import org.jspecify.annotations.NullMarked;
