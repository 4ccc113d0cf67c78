package org.onewindow.portal.cases;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.onewindow.canonical.CaseNumber;
import org.onewindow.cases.CaseSnapshot;
import org.onewindow.cases.store.Cases;
import org.onewindow.portal.overload.WaitingRoom;
import org.onewindow.portal.security.Caller;
import org.springframework.stereotype.Component;

/** The cases that somebody takes part in. */
@Component
final class OwnCases {

    private static final long LOOK_AGAIN_NANOS = Duration.ofMillis(100).toNanos();

    private final Cases cases;
    private final Access access;
    private final CaseViews views;
    private final WaitingRoom waiting;

    OwnCases(Cases cases, Access access, CaseViews views, WaitingRoom waiting) {
        this.cases = cases;
        this.access = access;
        this.views = views;
        this.waiting = waiting;
    }

    /** The newest first. */
    List<CaseSnapshot> page(Caller caller, int limit, @Nullable CaseNumber after) {
        return cases.ofSubject(access.subjectOf(caller), limit, after).stream()
                .flatMap(number -> cases.find(number).stream())
                .toList();
    }

    /** The case that they have just opened. */
    CaseView view(CaseSnapshot opened, Caller caller, Locale language) {
        return views.of(opened, caller, language);
    }

    /** The case, as soon as it is finished or the time is over; at once where too many wait already. */
    CaseView view(CaseNumber number, Caller caller, Locale language, Duration wait) {
        try (var seat = waiting.take(wait)) {
            long end = System.nanoTime() + seat.time().toNanos();
            var found = access.read(caller, number.text());
            while (found.state().isOpen() && System.nanoTime() < end) {
                LockSupport.parkNanos(LOOK_AGAIN_NANOS);
                found = access.read(caller, number.text());
            }
            return views.of(found, caller, language);
        }
    }
}
