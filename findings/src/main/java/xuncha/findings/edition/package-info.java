/// The indicators in force at a date: windows, thresholds, severities and word lists, each with its
/// source and whether it is official. Read from dated YAML files; code holds no numbers.
@NullMarked
package xuncha.findings.edition;

import org.jspecify.annotations.NullMarked;
