package org.onewindow.cases.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.onewindow.canonical.CaseNumber;
import org.onewindow.cases.Why;

/**
 * Something an operator must settle; a step's by {@link org.onewindow.cases.CaseEvent.Resolved}.
 *
 * @param kind such as {@code outcome-unknown}
 * @param closedAt null while it is open
 */
public record Task(
        long id,
        CaseNumber number,
        @Nullable String stepKey,
        String kind,
        Why why,
        Instant openedAt,
        @Nullable Instant closedAt) {}
