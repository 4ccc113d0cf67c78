package org.onewindow.licences.status;

import java.util.HexFormat;
import org.onewindow.cases.IdentityHash;

/**
 * Places in a list that belong to no licence and never will, and that look revoked or suspended: one in sixty-four. Who reads a list
 * learns neither how many licences are revoked nor whether a place is anybody's. They follow from the hub's key, so all nodes have the same.
 */
final class Decoys {

    private static final int BLOCK = 32;
    private static final int BELOW = 4;

    private final IdentityHash hash;
    private final String issuer;

    Decoys(IdentityHash hash, String issuer) {
        this.hash = hash;
        this.issuer = issuer;
    }

    /** What this place seems to be; 0: it is no decoy. */
    int at(int place) {
        return state(block(place / BLOCK)[place % BLOCK]);
    }

    /** Puts those of the whole list into it. */
    void into(StatusBits bits) {
        for (int first = 0; first < bits.places(); first += BLOCK) {
            var block = block(first / BLOCK);
            for (int i = 0; i < BLOCK; i++) {
                bits.set(first + i, state(block[i]));
            }
        }
    }

    private byte[] block(int number) {
        return HexFormat.of().parseHex(hash.of("status-decoys/" + issuer + '/' + number));
    }

    private static int state(byte drawn) {
        int value = Byte.toUnsignedInt(drawn);
        return value < BELOW ? 1 + value % 2 : 0;
    }
}
