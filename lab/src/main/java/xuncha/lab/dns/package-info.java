/// A name server that misbehaves on demand, over real sockets. dnsjava makes and reads the
/// messages; everything asked is kept in a journal.
@NullMarked
package xuncha.lab.dns;

import org.jspecify.annotations.NullMarked;
