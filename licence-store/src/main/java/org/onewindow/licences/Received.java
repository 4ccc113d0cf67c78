package org.onewindow.licences;

/** What became of the bytes of an upload; but for {@link Stored} nothing is kept. */
public sealed interface Received {

    /** It is there; {@code replayed}: it was before, under the same key. */
    record Stored(Upload upload, boolean replayed) implements Received {}

    /** More than {@link Uploads#MAX_BYTES}. */
    record TooLarge() implements Received {}

    /** Not one of PDF, JPEG, PNG and OFD, or not what the sender called it. */
    record UnsupportedType() implements Received {}

    record Empty() implements Received {}

    /** The idempotency key stands for another upload. */
    record KeyReused() implements Received {}
}
