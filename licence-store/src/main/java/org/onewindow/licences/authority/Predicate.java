package org.onewindow.licences.authority;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.onewindow.cases.CaseMachine;
import org.onewindow.licences.Licence;

/**
 * A question to a licence that is answered yes, no or unknown, so that its fields need not be shown.
 *
 * @param field the field it is about; null for {@link Kind#VALID} and {@link Kind#VALID_ON}
 * @param value a text, a number or a day as {@code 2026-11-27}; null for {@link Kind#VALID}
 */
public record Predicate(Kind kind, @Nullable String field, @Nullable Object value) {

    /** The kinds of questions there are. */
    public enum Kind {
        /** It is in force. */
        @JsonProperty("valid")
        VALID,
        /** It is in force on that day, as far as can be said today. */
        @JsonProperty("valid-on")
        VALID_ON,
        @JsonProperty("equals")
        EQUALS,
        /** A text has this in it, or a list this element. */
        @JsonProperty("contains")
        CONTAINS,
        /** Of numbers and of days. */
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

    /** Whether it says what its kind needs. */
    public boolean isComplete() {
        return switch (kind) {
            case VALID -> true;
            case VALID_ON -> day(value) != null;
            case EQUALS, CONTAINS, AT_LEAST, AT_MOST -> field != null && value != null;
        };
    }

    /** Of a licence that is not in force nothing holds today. */
    public Truth of(Licence licence) {
        if (kind == Kind.VALID_ON) {
            var day = day(value);
            return day == null ? Truth.UNKNOWN : on(day, licence);
        }
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
            case VALID, VALID_ON -> Truth.TRUE;
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

    /** Before its source's last word it may have been suspended for a while, and what is suspended now may be resumed by then. */
    private static Truth on(LocalDate day, Licence licence) {
        var last = licence.validTo();
        if (day.isBefore(licence.issuedOn()) || (last != null && day.isAfter(last))) {
            return Truth.FALSE;
        }
        boolean past = day.isBefore(LocalDate.ofInstant(licence.asOf(), CaseMachine.BEIJING));
        return switch (licence.status()) {
            case VALID -> past ? Truth.UNKNOWN : Truth.TRUE;
            case NOT_YET, EXPIRED, SUSPENDED, UNKNOWN -> Truth.UNKNOWN;
            case SUPERSEDED, REVOKED, CANCELLED -> past ? Truth.UNKNOWN : Truth.FALSE;
        };
    }

    private static Truth compared(Object stands, Object wanted, int direction) {
        var order = order(stands.toString(), wanted.toString());
        return order == null ? Truth.UNKNOWN : truth(order * direction >= 0);
    }

    /** Null: they are neither two numbers nor two days. */
    private static @Nullable Integer order(String stands, String wanted) {
        try {
            return new BigDecimal(stands).compareTo(new BigDecimal(wanted));
        } catch (NumberFormatException noNumber) {
            var one = day(stands);
            var other = day(wanted);
            return one == null || other == null ? null : one.compareTo(other);
        }
    }

    private static @Nullable LocalDate day(@Nullable Object text) {
        try {
            return text == null ? null : LocalDate.parse(text.toString());
        } catch (DateTimeParseException noDay) {
            return null;
        }
    }

    private static Truth truth(boolean holds) {
        return holds ? Truth.TRUE : Truth.FALSE;
    }
}
