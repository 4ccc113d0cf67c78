package org.onewindow.licences;

/** What became of a request of an upload that comes in several. */
public sealed interface Resumed {

    /** More is to come; {@code replayed}: it was begun before, under the same key. */
    record Going(Progress progress, boolean replayed) implements Resumed {}

    /** It is over: whole and taken, or refused; while the scanner is away it waits, and goes on with an empty request. */
    record Over(Received end) implements Resumed {}

    /** The bytes do not go on where the upload ends; or somebody else was faster. */
    record WrongOffset() implements Resumed {}

    /** The bytes are not those that were sent; none of the request's was kept. */
    record ChecksumDiffers() implements Resumed {}

    /** There is none, it has expired, or it is somebody else's. */
    record Unknown() implements Resumed {}
}
