package org.onewindow.canonical;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who takes part in a case (当事人), a natural person or an organisation.
 *
 * @param role what they are in this matter, such as {@code seller}; {@code applicant} for who applies
 * @param idNumber the number on the document; for a resident identity card 18 characters with a capital X
 * @param share their part of the property, where the matter asks for shares
 * @param phone a mainland number, or one in international form with a plus sign
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Party(
        @Nullable String role,
        Kind kind,
        String name,
        IdType idType,
        String idNumber,
        @Nullable Share share,
        @Nullable String phone,
        @Nullable Address address) {

    /** A natural person (自然人) or an organisation (法人或非法人组织). */
    public enum Kind {
        @JsonProperty("person")
        PERSON,
        @JsonProperty("organisation")
        ORGANISATION
    }

    /** Whether both are the same subject of law: the same document number of the same kind. */
    public boolean isSameAs(Party other) {
        return isIdentifiedBy(other.idType, other.idNumber);
    }

    public boolean isIdentifiedBy(IdType type, String number) {
        return idType == type && idNumber.equals(number);
    }

    /** Role and kind only: a party never shows up in a log by name or number. */
    @Override
    public String toString() {
        return "Party[" + (role == null ? "applicant" : role) + ", " + kind + "]";
    }
}
