package org.onewindow.portal.configuration;

import java.util.List;
import java.util.Locale;
import org.onewindow.config.Diagnostic;

/**
 * One fault of a configuration, in the caller's language.
 *
 * @param file relative to the tree's root
 * @param write what to write instead
 */
record FindingView(String file, int line, int column, String code, String what, String why, String write) {

    static List<FindingView> of(List<Diagnostic> findings, Locale language) {
        return findings.stream().map(finding -> of(finding, language)).toList();
    }

    private static FindingView of(Diagnostic finding, Locale language) {
        return new FindingView(
                finding.file(),
                finding.line(),
                finding.column(),
                finding.code(),
                finding.what().in(language),
                finding.why().in(language),
                finding.write().in(language));
    }
}
