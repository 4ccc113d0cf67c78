package org.onewindow.portal.admin;

import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onewindow.cases.CaseEvent.Resolved;
import org.onewindow.cases.store.Cases;
import org.onewindow.cases.store.Task;
import org.onewindow.portal.cases.Labels;
import org.springframework.stereotype.Component;

/** Tasks as operators see them: no facts, nobody's names. */
@Component
final class TaskViews {

    private final Cases cases;
    private final Labels labels;
    private final Clock clock;

    TaskViews(Cases cases, Labels labels, Clock clock) {
        this.cases = cases;
        this.labels = labels;
        this.clock = clock;
    }

    /**
     * One task.
     *
     * @param step null: the whole case
     * @param why in plain words
     */
    record View(
            long id,
            String number,
            @Nullable String step,
            String kind,
            String why,
            Instant openedAt,
            @Nullable Instant closedAt) {}

    View of(Task task, Locale language) {
        var why = cases.find(task.number())
                .map(found -> labels.why(task.why(), found.matter(), language))
                .orElse(task.kind());
        return new View(
                task.id(), task.number().text(), task.stepKey(), task.kind(), why, task.openedAt(), task.closedAt());
    }

    Resolved event(TasksController.Resolving body, String step, String by) {
        var facts = body.facts();
        return new Resolved(
                clock.instant(),
                step,
                body.resolution().resolution(),
                facts == null ? Map.of() : facts,
                by,
                body.reason());
    }
}
