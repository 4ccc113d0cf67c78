package org.onewindow.licences.authority;

/** What became of a wish to authorise. */
public sealed interface Authorised {

    /** The code is told here and never again. */
    record Granted(String id, Code code) implements Authorised {}

    /**
     * Nothing was granted.
     *
     * @param reason {@code not-the-holder, no-purpose, no-mandate, no-ground, over-budget, too-long, over, key-reused, not-confirmed}
     */
    record Refused(String reason) implements Authorised {}
}
