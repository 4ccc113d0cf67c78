package org.onewindow.licences;

import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
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

    /** The type with this code of 21 characters. */
    public Optional<LicenceType> ofCode(String code) {
        return types.get().values().stream()
                .filter(type -> type.code().equals(code))
                .findFirst();
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

    /** The same in seconds for all types whose issuer's word wears out, as JSON: for questions that do not name the type. */
    public String knownForSeconds() {
        return types.get().values().stream()
                .filter(type -> type.knownFor() != null)
                .map(type -> "\"%s\": %d"
                        .formatted(
                                type.id(),
                                Objects.requireNonNull(type.knownFor()).toSeconds()))
                .collect(Collectors.joining(", ", "{", "}"));
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

    /** The hub's own, where the issuer gave none; one serial for all versions of a number, and for no other number of the type. */
    String identifier(IdentityHash hash, LicenceDraft draft, String id, NumberPlace place) {
        var type = type(draft.type());
        return LicenceIdentifier.of(
                        type.code(), type.issuer().code(), serial(hash, draft, id, place.serial()), place.version())
                .text();
    }

    /** The number itself where it may stand there as it is; else nothing that could be made of another number too. */
    private String serial(IdentityHash hash, LicenceDraft draft, String id, NumberPlace.Serial kind) {
        var number = draft.number();
        if (number.matches("[0-9A-Z]{1," + SERIAL_LONGEST + "}")) {
            return number;
        }
        return switch (kind) {
            case OWN ->
                hash.of("serial/" + draft.type() + '/' + issuerOf(draft.type()) + '/' + number)
                        .substring(0, SERIAL_LONGEST)
                        .toUpperCase(Locale.ROOT);
            case DIGITS -> digits(number, id);
        };
    }

    private static String digits(String number, String id) {
        var serial = number.toUpperCase(Locale.ROOT).replaceAll("[^0-9A-Z]", "");
        if (serial.isEmpty()) {
            serial = id.substring(id.indexOf('_') + 1).toUpperCase(Locale.ROOT);
        }
        return serial.substring(Math.max(0, serial.length() - SERIAL_LONGEST));
    }

    private static @Nullable LocalDate day(@Nullable Object text) {
        try {
            return LocalDate.parse(String.valueOf(text));
        } catch (DateTimeParseException notStated) {
            return null;
        }
    }
}
