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

    /** As a case would name them. */
    public Party party() {
        var kind = idType == IdType.USCC ? Party.Kind.ORGANISATION : Party.Kind.PERSON;
        return new Party(null, kind, name, idType, idNumber, share, null, null);
    }

    /** Never a name or number. */
    @Override
    public String toString() {
        return "Holder[" + idType + "]";
    }
}
