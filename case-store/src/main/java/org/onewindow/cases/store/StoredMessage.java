package org.onewindow.cases.store;

/** The mapped message of an act, stored with its lease: every retry sends these bytes. */
public final class StoredMessage {

    private final byte[] bytes;

    public StoredMessage(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    /** The length only: messages are personal. */
    @Override
    public String toString() {
        return "StoredMessage[" + bytes.length + " bytes]";
    }
}
