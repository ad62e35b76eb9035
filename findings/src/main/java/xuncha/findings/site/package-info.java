/// Who is inspected: websites, accounts, the bodies behind them, and the registry that lists them.
@NullMarked
package xuncha.findings.site;

import org.jspecify.annotations.NullMarked;
