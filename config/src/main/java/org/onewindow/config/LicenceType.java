package org.onewindow.config;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onewindow.canonical.IdType;
import org.onewindow.canonical.Localised;
import org.onewindow.canonical.Party;

/**
 * A type of e-licence (证照类型) as {@code config/licences/<id>.yaml} registers it: without an entry a licence cannot exist.
 *
 * @param code 21 characters: the credit code of who defines the type, and three digits
 * @param onlineOnly never to be trusted from a copy: refused where the store cannot be asked
 * @param pull how its issuer can be asked for somebody's; null: it cannot
 * @param knownFor for how long the last word of its issuer says anything; null: until the next one
 * @param fieldSchema JSON Schema of what stands on it, as JSON text
 * @param personal the fields that only the holder themself is shown, not those who hold it with them
 */
public record LicenceType(
        String id,
        String code,
        Localised name,
        Issuer issuer,
        Holders holders,
        Validity validity,
        Sensitivity sensitivity,
        boolean onlineOnly,
        @Nullable Pull pull,
        @Nullable Duration knownFor,
        String fieldSchema,
        List<String> personal) {

    /**
     * Who issues it.
     *
     * @param code their credit code
     * @param department their folder in the tree, where they are connected; null: they are not
     */
    public record Issuer(Localised name, String code, @Nullable String department) {}

    /**
     * Two look-ups of the issuer's department, as DigiLocker's issuers have them.
     *
     * @param locate tells by {@code licences: [{number, …}]} which there are of the person in {@code item}
     * @param fetch tells by {@code licence} what stands on the one in {@code item}, as {@code locate} told it
     */
    public record Pull(String locate, String fetch) {}

    /** Who can hold it. */
    public enum Holders {
        PERSON,
        ORGANISATION,
        ANY;

        /** Whether somebody with such a document can. */
        public boolean admit(IdType document) {
            return switch (this) {
                case PERSON -> document != IdType.USCC;
                case ORGANISATION -> document == IdType.USCC;
                case ANY -> true;
            };
        }

        public boolean isOneOf(Party.Kind kind) {
            return this == ANY || name().equals(kind.name());
        }
    }

    /** How much harm a look by the wrong eyes does. */
    public enum Sensitivity {
        GENERAL,
        /** Sensitive personal information (个人信息保护法 art. 28). */
        SENSITIVE
    }

    /** Until when a licence of the type is good. */
    public sealed interface Validity {

        record Unlimited() implements Validity {}

        /** The licence itself says its last day, in its field {@code validTo}. */
        record Stated() implements Validity {}

        /** So many years from the day of issue. */
        record Years(int years) implements Validity {}
    }
}
