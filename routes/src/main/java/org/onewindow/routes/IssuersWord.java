package org.onewindow.routes;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onewindow.canonical.Party;
import org.onewindow.config.LicenceType;
import org.onewindow.licences.Holder;
import org.onewindow.licences.LicenceChange;
import org.onewindow.licences.LicenceDraft;

/**
 * What an issuer that was asked says of a licence, as a mapping made it.
 *
 * @param state null or {@code valid}: it is in force
 * @param issuedOn ISO date
 * @param validTo its last day; null: its type says
 */
record IssuersWord(
        String number,
        @Nullable String identifier,
        @Nullable String state,
        String issuedOn,
        @Nullable String validTo,
        List<Holder> holders,
        Map<String, Object> data) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> REQUIRED = List.of("number", "issuedOn", "holders", "data");
    private static final String VALID = "valid";
    private static final Set<String> STATES = Set.of(VALID, "suspended", "revoked", "cancelled");

    /** Empty: these facts are no licence that people of this kind can hold, such as one with a holder whom no document tells from others, or in a state nobody knows. */
    static Optional<IssuersWord> read(LicenceType.Holders kind, @Nullable Object facts) {
        if (!(facts instanceof Map<?, ?> map) || REQUIRED.stream().anyMatch(key -> map.get(key) == null)) {
            return Optional.empty();
        }
        try {
            var word = JSON.convertValue(map, IssuersWord.class);
            return Optional.of(word).filter(IssuersWord::isWhole).filter(one -> HolderCheck.check(kind, "", one.holders)
                    .isEmpty());
        } catch (IllegalArgumentException | DateTimeParseException noLicence) {
            return Optional.empty();
        }
    }

    private boolean isWhole() {
        var last = validTo == null ? issuedOn : validTo;
        return !number.isBlank()
                && (state == null || STATES.contains(state))
                && !LocalDate.parse(issuedOn).isAfter(LocalDate.parse(last));
    }

    boolean isInForce() {
        return state == null || state.equals(VALID);
    }

    /** What it says of one that is not in force. */
    LicenceChange change() {
        return switch (state) {
            case "suspended" -> LicenceChange.SUSPEND;
            case "revoked" -> LicenceChange.REVOKE;
            case null, default -> LicenceChange.CANCEL;
        };
    }

    boolean isOf(Party person) {
        return holders.stream().anyMatch(one -> person.isIdentifiedBy(one.idType(), one.idNumber()));
    }

    LicenceDraft draft(String type, Instant at) {
        return new LicenceDraft(
                type,
                number,
                holders,
                data,
                LocalDate.parse(issuedOn),
                validTo == null ? null : LocalDate.parse(validTo),
                identifier,
                LicenceDraft.Source.PULLED,
                at);
    }

    /** Nothing of it. */
    @Override
    public String toString() {
        return "IssuersWord[]";
    }
}
