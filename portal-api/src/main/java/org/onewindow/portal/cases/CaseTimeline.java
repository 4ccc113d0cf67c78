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
public final class CaseTimeline {

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
    public record Line(Instant at, String kind, @Nullable String step, String text) {}

    List<Line> of(CaseSnapshot found, Locale language) {
        return after(found, 0, language);
    }

    /** What follows the first so many lines. */
    public List<Line> after(CaseSnapshot found, int lines, Locale language) {
        return cases.traceAfter(found.number(), lines).stream()
                .map(entry -> new Line(entry.at(), entry.kind(), entry.stepKey(), labels.line(entry, found, language)))
                .toList();
    }
}
