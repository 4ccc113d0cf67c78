package org.onewindow.licences.keys;

/** The key of one content that comes in pieces; kept only as {@link HolderKeys#wrap wrapped} for those who may open it. */
public final class ContentKey {

    private final byte[] key;

    ContentKey(byte[] key) {
        this.key = key;
    }

    public static ContentKey random() {
        return new ContentKey(AesGcm.newKey());
    }

    /**
     * Seals the beginning of a buffer.
     *
     * @param bound which piece it is: it opens as this one only
     */
    public byte[] seal(byte[] buffer, int length, String bound) {
        return AesGcm.seal(key, buffer, length, bound);
    }

    /** Opens a piece; an {@link IllegalStateException} where a bit of it was changed, or it is another one. */
    public byte[] open(byte[] sealed, String bound) {
        return AesGcm.open(key, sealed, bound);
    }

    byte[] bytes() {
        return key;
    }

    @Override
    public String toString() {
        return "ContentKey";
    }
}
