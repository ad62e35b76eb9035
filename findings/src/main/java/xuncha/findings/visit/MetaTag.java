package xuncha.findings.visit;

/// A `<meta name content>` or `<meta property content>` as the page has it; names keep their case.
public record MetaTag(String name, String content) {}
