package org.onewindow.licences.keys;

import java.util.List;

/** Bytes under a key of their own, which is wrapped for each of their holders (envelope encryption). */
public final class Sealed {

    private final byte[] content;
    private final List<HolderId> holders;
    private final List<byte[]> keys;

    Sealed(byte[] content, List<HolderId> holders, List<byte[]> keys) {
        this.content = content;
        this.holders = holders;
        this.keys = keys;
    }

    /** The sealed bytes. */
    public byte[] content() {
        return content.clone();
    }

    /** Whose keys open it, for a column of type {@code bytea[]}. */
    public byte[][] holderKeys() {
        return holders.stream().map(HolderId::bytes).toArray(byte[][]::new);
    }

    /** The content's key, wrapped for each of them in the same order, for a column of type {@code bytea[]}. */
    public byte[][] wrappedKeys() {
        return keys.toArray(byte[][]::new);
    }

    /** Its size only. */
    @Override
    public String toString() {
        return "Sealed[" + content.length + " bytes]";
    }
}
