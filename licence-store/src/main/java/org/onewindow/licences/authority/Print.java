package org.onewindow.licences.authority;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.onewindow.cases.IdentityHash;

/**
 * What a printed code says.
 *
 * @param until of a copy, its own last day
 * @param signature 80 bits over the rest: enough where each try costs a request
 */
record Print(String id, int version, @Nullable LocalDate until, String signature) {

    private static final int DIGITS = 20;
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

    private static final Pattern FORM = Pattern.compile(
            "(?<id>lic_[0-9a-v]{1,40})\\.(?<version>[1-9][0-9]{0,2})(\\.(?<until>[0-9]{8}))?\\.(?<signature>[0-9a-f]{20})");

    /** Of no licence, signed by nobody: what anything else is read as, so that it is answered after the same work. */
    private static final Print NONE = new Print("lic_", 0, null, "0".repeat(DIGITS));

    static Print signed(IdentityHash hash, String id, int version, @Nullable LocalDate until) {
        var said = said(id, version, until);
        return new Print(id, version, until, hash.of("print/" + said).substring(0, DIGITS));
    }

    /** With or without the address of the page before it. */
    static Print read(String text) {
        var found = FORM.matcher(text.substring(text.indexOf('#') + 1));
        if (!found.matches()) {
            return NONE;
        }
        try {
            var until = found.group("until");
            return new Print(
                    found.group("id"),
                    Integer.parseInt(found.group("version")),
                    until == null ? null : LocalDate.parse(until, DAY),
                    found.group("signature"));
        } catch (DateTimeParseException noDay) {
            return NONE;
        }
    }

    String text() {
        return said(id, version, until) + '.' + signature;
    }

    boolean isSignedBy(IdentityHash hash) {
        return MessageDigest.isEqual(bytes(signed(hash, id, version, until).signature), bytes(signature));
    }

    private static String said(String id, int version, @Nullable LocalDate until) {
        return id + '.' + version + (until == null ? "" : "." + DAY.format(until));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
