package org.onewindow.config;

import java.util.Locale;
import org.onewindow.canonical.Localised;

/**
 * One fault of the configuration tree: where it is, what it is, why it matters, and what to write instead.
 *
 * @param file relative to the tree's root, with slashes
 * @param line from 1
 * @param column from 1, in characters
 * @param code {@code HUB-1xxx} of structure, {@code HUB-2xxx} of meaning; other modules take hundreds of their own
 */
public record Diagnostic(
        String file, int line, int column, String code, Localised what, Localised why, Localised write) {

    /** {@code file:line:column: CODE what}, then what to write. */
    public String in(Locale locale) {
        return file + ":" + line + ":" + column + ": " + code + " " + what.in(locale) + "\n    " + why.in(locale)
                + "\n    → " + write.in(locale);
    }

    @Override
    public String toString() {
        return file + ":" + line + ":" + column + ": " + code + " " + what.en();
    }
}
