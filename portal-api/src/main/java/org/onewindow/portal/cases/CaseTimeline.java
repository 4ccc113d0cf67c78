package org.onewindow.portal.cases;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.onewindow.cases.CaseSnapshot;
import org.onewindow.cases.store.Cases;
import org.springframework.stereotype.Component;

/** Tells what happened to a case (全程留痕), from its trace and nothing else. */
@Component
final class CaseTimeline {

    private final Cases cases;
    private final Labels labels;

    CaseTimeline(Cases cases, Labels labels) {
        this.cases = cases;
        this.labels = labels;
    }

    /**
     * One line.
     *
     * @param kind stable, for programs
     * @param step null: the whole case
     */
    record Line(Instant at, String kind, @Nullable String step, String text) {}

    List<Line> of(CaseSnapshot found, Locale language) {
        return cases.trace(found.number()).stream()
                .map(entry -> new Line(entry.at(), entry.kind(), entry.stepKey(), labels.line(entry, found, language)))
                .toList();
    }
}
