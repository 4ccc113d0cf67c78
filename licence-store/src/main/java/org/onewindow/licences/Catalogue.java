package org.onewindow.licences;

import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.onewindow.canonical.LicenceIdentifier;
import org.onewindow.cases.IdentityHash;
import org.onewindow.config.LicenceType;

/** The registered types, and what follows from them for a licence: its issuer, its last day, its identifier. */
public final class Catalogue {

    private static final int DIGITS = 32;
    private static final int SERIAL_LONGEST = 32;

    private final Supplier<Map<String, LicenceType>> types;

    public Catalogue(Supplier<Map<String, LicenceType>> types) {
        this.types = types;
    }

    public LicenceType type(String id) {
        var type = types.get().get(id);
        if (type == null) {
            throw new IllegalArgumentException(
                    "no licence type " + id + " is registered: make licences/" + id + ".yaml");
        }
        return type;
    }

    public boolean knows(String id) {
        return types.get().containsKey(id);
    }

    String issuerOf(String id) {
        return type(id).issuer().code();
    }

    /** For how long the last word of its issuer says anything; null: until the next one. */
    public @Nullable Duration knownFor(String id) {
        return type(id).knownFor();
    }

    /** The keyed hash under which a number is found: no number stands in an index. */
    public byte[] numberKey(IdentityHash hash, String type, String number) {
        return HexFormat.of()
                .parseHex(hash.of("number/" + type + '/' + issuerOf(type) + '/' + number)
                        .substring(0, DIGITS));
    }

    @Nullable
    LocalDate lastDay(LicenceDraft draft) {
        return draft.validTo() != null
                ? draft.validTo()
                : switch (type(draft.type()).validity()) {
                    case LicenceType.Validity.Unlimited _ -> null;
                    case LicenceType.Validity.Stated _ -> day(draft.data().get("validTo"));
                    case LicenceType.Validity.Years(int years) ->
                        draft.issuedOn().plusYears(years).minusDays(1);
                };
    }

    /** The hub's own: the serial is what of the number may stand in one, or the licence's random id where that is nothing. */
    String identifier(LicenceDraft draft, String id, int version) {
        var type = type(draft.type());
        var serial = draft.number().toUpperCase(Locale.ROOT).replaceAll("[^0-9A-Z]", "");
        if (serial.isEmpty()) {
            serial = id.substring(id.indexOf('_') + 1).toUpperCase(Locale.ROOT);
        }
        return LicenceIdentifier.of(
                        type.code(),
                        type.issuer().code(),
                        serial.substring(Math.max(0, serial.length() - SERIAL_LONGEST)),
                        version)
                .text();
    }

    private static @Nullable LocalDate day(@Nullable Object text) {
        try {
            return LocalDate.parse(String.valueOf(text));
        } catch (DateTimeParseException notStated) {
            return null;
        }
    }
}
