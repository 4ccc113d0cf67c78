package org.onewindow.portal.statuslists;

import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** An issuer's list as this node last signed it. One reader renews it; those beside have the last one meanwhile and wait for nobody. */
final class LastIssue {

    private final ReentrantLock renewing = new ReentrantLock();
    private volatile @Nullable StatusIssue last;

    /** The list, renewed by the one before ({@code null}: there is none yet) where that was looked at too long ago. */
    StatusIssue at(Instant now, Function<@Nullable StatusIssue, StatusIssue> renewal) {
        var soon = now.minus(StatusIssue.LOOK_AGAIN);
        var known = last;
        if (known != null && known.isLookedAtSince(soon)) {
            return known;
        }
        if (!renewing.tryLock()) {
            // what nobody asked for in a long time is worth waiting for
            if (known != null && known.isLookedAtSince(soon.minus(StatusIssue.LOOK_AGAIN))) {
                return known;
            }
            renewing.lock();
        }
        try {
            known = last;
            if (known == null || !known.isLookedAtSince(soon)) {
                known = renewal.apply(known);
                last = known;
            }
            return known;
        } finally {
            renewing.unlock();
        }
    }
}
