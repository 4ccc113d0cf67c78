package org.onewindow.portal.wire;

/** A name for those who need not know it: the last character only, as on Chinese lists of names. */
public final class MaskedName {

    private MaskedName() {}

    public static String of(String name) {
        int last = name.offsetByCodePoints(name.length(), -1);
        return "*".repeat(name.codePointCount(0, last)) + name.substring(last);
    }
}
