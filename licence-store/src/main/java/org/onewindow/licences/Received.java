package org.onewindow.licences;

import org.onewindow.licences.inspection.Refusal;

/** What became of the bytes of an upload; but for {@link Stored} nothing is kept. */
public sealed interface Received {

    /** It is there; {@code replayed}: it was before, under the same key. */
    record Stored(Upload upload, boolean replayed) implements Received {}

    /** More than {@link Uploads#MAX_BYTES}. */
    record TooLarge() implements Received {}

    /** What an inspection found it to be. */
    record Refused(Refusal reason) implements Received {}

    /** The virus scanner could not be asked; the sender may come again. */
    record ScannerAway() implements Received {}

    /** The sender's key was destroyed: nothing is kept of them any more. */
    record SenderErased() implements Received {}

    record Empty() implements Received {}

    /** The idempotency key stands for another upload. */
    record KeyReused() implements Received {}
}
