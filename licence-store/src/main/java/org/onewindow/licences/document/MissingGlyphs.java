package org.onewindow.licences.document;

import java.util.Collection;
import java.util.stream.Collectors;

/** No font of the house shows a character: the sheet would have an empty box in somebody's name. */
public final class MissingGlyphs extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MissingGlyphs(Collection<Integer> codePoints) {
        super("no font shows "
                + codePoints.stream().sorted().map("U+%04X"::formatted).collect(Collectors.joining(", "))
                + ": add a TrueType font that does to HUB_FONTS");
    }
}
