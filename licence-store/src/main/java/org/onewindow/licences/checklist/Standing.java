package org.onewindow.licences.checklist;

import java.util.Locale;

/** How one requirement stands. Of several ways that did not satisfy it, the one whose standing comes first here says why. */
public enum Standing {
    /** The department that knows says so. */
    SATISFIED_DATA,
    SATISFIED_LICENCE,
    /** Handed in before, and said to be unchanged. */
    SATISFIED_STORED,
    SATISFIED_COMMITMENT,
    SATISFIED_UPLOAD,
    /** The department that knows cannot be asked just now; it will be, and nobody need bring anything meanwhile. */
    SOURCE_DOWN,
    /** Another case that is under way will bring it. */
    AWAITED,
    /** Two sources differ. */
    CONFLICT,
    /** It was handed in before: its holder must say that it is unchanged. */
    REUSE_CONFIRM,
    /** It is good today, and will not be when the hall promises to decide. */
    EXPIRES_BEFORE_DECISION,
    /** It was handed in before, and cannot be used for this. */
    NOT_REUSABLE,
    MISSING;

    static Standing of(String code) {
        return valueOf(code.replace('-', '_').toUpperCase(Locale.ROOT));
    }

    /** Such as {@code satisfied-data}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public boolean isSatisfied() {
        return compareTo(SATISFIED_UPLOAD) <= 0;
    }

    /** Neither there nor to be asked of the applicant: it will be known later. */
    public boolean isUndecided() {
        return this == SOURCE_DOWN || this == AWAITED;
    }
}
