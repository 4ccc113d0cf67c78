package org.onewindow.licences;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.onewindow.canonical.IdType;
import org.onewindow.canonical.Party;
import org.onewindow.canonical.Share;

/**
 * Somebody to whom a licence was issued (持证主体).
 *
 * @param share their part, where the licence is of a property
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Holder(String name, IdType idType, String idNumber, @Nullable Share share) {

    private static final int SHOWN = 4;

    /** As a case would name them. */
    public Party party() {
        var kind = idType == IdType.USCC ? Party.Kind.ORGANISATION : Party.Kind.PERSON;
        return new Party(null, kind, name, idType, idNumber, share, null, null);
    }

    /**
     * For those whom they did not allow to see it: of the number the last four characters.
     *
     * @param nameToo of the name the last character
     */
    Holder masked(boolean nameToo) {
        return new Holder(nameToo ? end(name, 1) : name, idType, end(idNumber, SHOWN), share);
    }

    private static String end(String text, int shown) {
        int hidden = Math.max(0, text.codePointCount(0, text.length()) - shown);
        return "*".repeat(hidden) + text.substring(text.offsetByCodePoints(0, hidden));
    }

    /** Never a name or number. */
    @Override
    public String toString() {
        return "Holder[" + idType + "]";
    }
}
