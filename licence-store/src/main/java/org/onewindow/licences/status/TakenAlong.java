package org.onewindow.licences.status;

/** What became of a holder's wish to take a licence along. */
public sealed interface TakenAlong {

    /**
     * It has a place in its issuer's list.
     *
     * @param version of the licence; a renewal has another place
     */
    record Placed(int version, int place) implements TakenAlong {}

    /**
     * It has none.
     *
     * @param reason {@code unknown}, also for another's; {@code not-in-force}
     */
    record Refused(String reason) implements TakenAlong {}
}
