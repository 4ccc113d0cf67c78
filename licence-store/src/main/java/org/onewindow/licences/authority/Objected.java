package org.onewindow.licences.authority;

/** What became of a wish to object. */
public sealed interface Objected {

    /**
     * It is written down.
     *
     * @param before whether it was already, under the same key
     */
    record Taken(String id, boolean before) implements Objected {}

    /**
     * It is not.
     *
     * @param reason {@code unknown}: the actor holds no such licence; {@code key-reused}: the key stands for other words
     */
    record Refused(String reason) implements Objected {}
}
