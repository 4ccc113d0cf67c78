package org.onewindow.licences.status;

import java.time.Instant;

/** What became of a holder's wish to take a licence along. */
public sealed interface TakenAlong {

    /**
     * This token of it has a place in its issuer's list.
     *
     * @param issuer the credit code under which the list is found
     * @param until when the token is over: a week later, or with the licence's last day, or when its issuer's last word is too old
     */
    record Placed(String issuer, int place, Instant until) implements TakenAlong {}

    /**
     * It has none.
     *
     * @param reason {@code unknown}, also for another's; {@code online-only}; {@code not-in-force}, also where the issuer's last word is
     *     too old; {@code too-many}: twenty tokens of it are about, or its issuer's list is full
     */
    record Refused(String reason) implements TakenAlong {}
}
