package org.onewindow.licences.authority;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.onewindow.licences.Licence;

/**
 * A question to a licence that is answered yes, no or unknown, so that its fields need not be shown.
 *
 * @param field the field it is about; null for {@link Kind#VALID}
 * @param value a text or number
 */
public record Predicate(Kind kind, @Nullable String field, @Nullable Object value) {

    /** The kinds of questions there are. */
    public enum Kind {
        /** It is in force. */
        @JsonProperty("valid")
        VALID,
        @JsonProperty("equals")
        EQUALS,
        /** A text has this in it, or a list this element. */
        @JsonProperty("contains")
        CONTAINS,
        @JsonProperty("at-least")
        AT_LEAST,
        @JsonProperty("at-most")
        AT_MOST
    }

    /** The answers. */
    public enum Truth {
        @JsonProperty("true")
        TRUE,
        @JsonProperty("false")
        FALSE,
        /** It cannot be said: the licence does not say it, or the last word of its source is too old. */
        @JsonProperty("unknown")
        UNKNOWN
    }

    /** Of a licence that is not in force nothing holds. */
    public Truth of(Licence licence) {
        if (licence.status() == Licence.Status.UNKNOWN) {
            return Truth.UNKNOWN;
        }
        if (licence.status() != Licence.Status.VALID) {
            return Truth.FALSE;
        }
        if (kind == Kind.VALID) {
            return Truth.TRUE;
        }
        var stands = field == null ? null : licence.data().get(field);
        return stands == null || value == null ? Truth.UNKNOWN : of(stands, value);
    }

    private Truth of(Object stands, Object wanted) {
        return switch (kind) {
            case VALID -> Truth.TRUE;
            case EQUALS -> truth(stands.toString().equals(wanted.toString()));
            case CONTAINS ->
                truth(
                        stands instanceof Collection<?> many
                                ? many.contains(wanted)
                                : stands.toString().contains(wanted.toString()));
            case AT_LEAST -> compared(stands, wanted, 1);
            case AT_MOST -> compared(stands, wanted, -1);
        };
    }

    private static Truth compared(Object stands, Object wanted, int direction) {
        try {
            int order = new BigDecimal(stands.toString()).compareTo(new BigDecimal(wanted.toString()));
            return truth(order * direction >= 0);
        } catch (NumberFormatException noNumber) {
            return Truth.UNKNOWN;
        }
    }

    private static Truth truth(boolean holds) {
        return holds ? Truth.TRUE : Truth.FALSE;
    }
}
