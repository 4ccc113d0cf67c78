package org.onewindow.licences.authority;

import org.jspecify.annotations.Nullable;
import org.onewindow.licences.Licence;

/** What became of a use. */
public sealed interface Opened {

    /**
     * It is written down and committed.
     *
     * @param receipt the use's number in the store
     * @param licence as far as the mode shows it; what is of holders who did not allow it is masked
     */
    record Given(long receipt, Licence licence) implements Opened {}

    /**
     * Nothing is given; also that is written down.
     *
     * @param reason {@code unknown} (also for a code that is meant for others), {@code revoked, over, used-up, no-purpose, no-mandate,
     *     not-confirmed, out-of-scope, too-long, over-budget, none, not-in-force}
     * @param state the licence's, where that is the reason
     */
    record Refused(String reason, Licence.@Nullable Status state) implements Opened {}
}
