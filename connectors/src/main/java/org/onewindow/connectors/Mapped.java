package org.onewindow.connectors;

import java.util.Arrays;
import org.onewindow.connectors.http.Sha256;

/** What became of a request in the department's request mapping (Message Translator). */
public sealed interface Mapped {

    /**
     * The message as it is stored before the first call: every retry sends the same, only what must be new is new.
     *
     * <p>Computed values and the bytes of materials are holes in it (Claim Check), filled in at every sending.
     */
    @SuppressWarnings("ArrayRecordComponent") // equals and hashCode look into the array
    record Message(byte[] bytes) implements Mapped {

        /** Of the stored bytes, in lower-case hex. */
        public String sha256() {
            return Sha256.hex(bytes);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Message that && Arrays.equals(bytes, that.bytes);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(bytes);
        }

        /** Length only: a message bears personal data. */
        @Override
        public String toString() {
            return "Message[" + bytes.length + " bytes]";
        }
    }

    /**
     * This request cannot be put into the department's language; nothing was sent.
     *
     * @param code {@code outside-character-set} or {@code mapping-failed}
     * @param reason in plain words and in both languages; of a fault where the mapping stopped; never personal data
     * @param fault whether the mapping is wrong, which an operator must mend; else what the request says cannot be carried
     */
    record Unmappable(String code, String reason, boolean fault) implements Mapped {}
}
