package org.onewindow.licences;

import java.util.Locale;

/** What became of an issuer's word. */
public enum LicenceOutcome {
    OK,
    /** It stood so before. */
    ALREADY,
    /** A later word of the issuer is known. */
    STALE,
    /** From that state nothing leads there, such as out of a revocation. */
    WRONG_STATE,
    /** There is no such licence of this issuer. */
    UNKNOWN,
    /** All 999 versions are used. */
    USED_UP,
    /** Somebody else was faster; the same again will do. */
    CONFLICT;

    static LicenceOutcome of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
