/// The record, tried on H2 and on PostgreSQL.
@NullMarked
package xuncha.findings.store;

import org.jspecify.annotations.NullMarked;
