package org.onewindow.canonical;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The identifier of an e-licence (电子证照标识): root, type, issuer, serial, version and one check character.
 *
 * <p>Source: GB/T 36904; the check character after ISO 7064 MOD 37,36 over type, issuer, serial and version, without root and dots, with
 * A = 10 to Z = 35. It may bear a serial that is somebody's number, so it is never printed: see {@link #toString}.
 */
public record LicenceIdentifier(@JsonValue String text) {

    /** The registered arc of the country's e-licences. */
    public static final String ROOT = "1.2.156.3005.2";

    private static final int VERSIONS = 999;
    private static final String CHARACTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final Pattern FORM = Pattern.compile(
            "1\\.2\\.156\\.3005\\.2\\.[0-9A-Z]{21}\\.[0-9A-Z]{18}\\.[0-9A-Z]{1,32}\\.[0-9]{3}\\.[0-9A-Z]");

    @JsonCreator
    public LicenceIdentifier {
        if (check(text) != Check.OK) {
            throw new IllegalArgumentException("not an identifier of an e-licence after GB/T 36904");
        }
    }

    /** What can be said of an identifier that another issuer made; one that is wrong is kept as it is, and told. */
    public enum Check {
        OK,
        BAD,
        /** Of another form, so that there is nothing to check. */
        NOT_APPLICABLE
    }

    /**
     * The identifier of our own issue.
     *
     * @param type 21 characters: the credit code of who defines the type, and three digits
     * @param issuer the credit code of who issues it
     * @param serial 1 to 32 digits and capital letters
     * @param version from 1 to 999; each renewal or change has the next
     */
    public static LicenceIdentifier of(String type, String issuer, String serial, int version) {
        if (version < 1 || version > VERSIONS) {
            throw new IllegalArgumentException("the version of a licence is from 1 to " + VERSIONS);
        }
        var covered = type + issuer + serial + "%03d".formatted(version);
        return new LicenceIdentifier(String.join(
                ".", ROOT, type, issuer, serial, "%03d".formatted(version), String.valueOf(checkCharacter(covered))));
    }

    public static Optional<LicenceIdentifier> parse(String text) {
        return check(text) == Check.OK ? Optional.of(new LicenceIdentifier(text)) : Optional.empty();
    }

    public static Check check(String text) {
        if (!FORM.matcher(text).matches()) {
            return Check.NOT_APPLICABLE;
        }
        int last = text.length() - 1;
        var covered = text.substring(ROOT.length(), last).replace(".", "");
        return text.charAt(last) == checkCharacter(covered) ? Check.OK : Check.BAD;
    }

    /** The check character of ISO 7064 MOD 37,36 over digits and capital letters. */
    public static char checkCharacter(String covered) {
        int product = 36;
        for (int i = 0; i < covered.length(); i++) {
            int sum = (product + CHARACTERS.indexOf(covered.charAt(i))) % 36;
            product = (sum == 0 ? 36 : sum) * 2 % 37;
        }
        return CHARACTERS.charAt((37 - product) % 36);
    }

    public String type() {
        return part(0);
    }

    public String issuer() {
        return part(1);
    }

    public String serial() {
        return part(2);
    }

    public int version() {
        return Integer.parseInt(part(3));
    }

    private String part(int place) {
        return text.substring(ROOT.length() + 1).split("\\.", -1)[place];
    }

    /** Without serial. */
    @Override
    public String toString() {
        return "LicenceIdentifier[" + type() + ", version " + version() + "]";
    }
}
