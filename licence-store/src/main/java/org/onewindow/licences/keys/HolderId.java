package org.onewindow.licences.keys;

import java.util.HexFormat;
import org.onewindow.canonical.CaseNumber;
import org.onewindow.canonical.IdType;
import org.onewindow.canonical.Party;
import org.onewindow.cases.IdentityHash;

/**
 * Whom a row of the stores is about: the first 16 bytes of the keyed hash of kind and number of the identity document.
 *
 * @param hex 32 digits
 */
public record HolderId(String hex) {

    private static final int DIGITS = 32;

    public static HolderId of(IdentityHash hash, IdType type, String number) {
        return ofHash(hash.of(type, number));
    }

    public static HolderId of(IdentityHash hash, Party party) {
        return of(hash, party.idType(), party.idNumber());
    }

    /** Of a person, from their whole keyed hash. */
    public static HolderId ofHash(String hash) {
        return new HolderId(hash.substring(0, DIGITS));
    }

    /** Staff and systems are nobody in law; what they hand in is under a key of their login's. */
    public static HolderId ofSubject(IdentityHash hash, String subject) {
        return ofHash(hash.of("subject/" + subject));
    }

    /** The archive's key for one case: what the case bears outlives the erasure of a person, as archive law wants it. */
    public static HolderId ofArchive(IdentityHash hash, CaseNumber number) {
        return ofHash(hash.of("archive/" + number.text()));
    }

    public byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }
}
