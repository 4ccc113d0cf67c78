package org.onewindow.connectors.files;

/**
 * One message as a file.
 *
 * @param name correlation, effect key and ending: the same for the same act, and nobody's name
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record FileMessage(String name, byte[] body) {

    @Override
    public String toString() {
        return "FileMessage[" + name + "]";
    }
}
