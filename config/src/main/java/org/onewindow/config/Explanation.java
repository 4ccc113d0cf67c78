package org.onewindow.config;

import java.util.Locale;
import org.onewindow.canonical.Localised;

/**
 * What a code means, for {@code ./hub explain CODE}; what differs from place to place is left open with {@code …}.
 *
 * @param what is wrong
 * @param why it matters
 * @param write what to write instead
 */
public record Explanation(String code, Localised what, Localised why, Localised write) {

    public String in(Locale locale) {
        return code + ": " + what.in(locale) + "\n    " + why.in(locale) + "\n    → " + write.in(locale);
    }
}
