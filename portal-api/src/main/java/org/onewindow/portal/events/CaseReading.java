package org.onewindow.portal.events;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import org.onewindow.canonical.CaseNumber;
import org.onewindow.portal.cases.Access;
import org.onewindow.portal.cases.CaseTimeline;
import org.onewindow.portal.cases.Labels;
import org.onewindow.portal.cases.State;
import org.onewindow.portal.security.Caller;
import org.springframework.stereotype.Component;

/** Reads a case for somebody who follows it; asks each time anew whether they may. */
record CaseReading(Source source, Caller caller, CaseNumber number, Locale language) {

    /**
     * What a follower has not heard yet.
     *
     * @param lines empty: they have heard everything up to this state
     */
    record News(List<CaseTimeline.Line> lines, State state) {}

    /** Where cases are read; few at a time, for the followers of a busy case must leave connections to everybody else. */
    @Component
    static final class Source {

        private static final int AT_ONCE = 3;

        private final Semaphore places = new Semaphore(AT_ONCE);
        private final Access access;
        private final CaseTimeline timeline;
        private final Labels labels;

        Source(Access access, CaseTimeline timeline, Labels labels) {
            this.access = access;
            this.timeline = timeline;
            this.labels = labels;
        }
    }

    /** The state is read before the lines: where there are none, it is that of all lines that were told. */
    News after(int lines) throws InterruptedException {
        source.places.acquire();
        try {
            var found = source.access.read(caller, number.text());
            var state = source.labels.of(found, language);
            return new News(source.timeline.after(found, lines, language), state);
        } finally {
            source.places.release();
        }
    }
}
