package org.onewindow.portal.admin;

import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onewindow.cases.CaseEvent;
import org.onewindow.cases.CaseEvent.Resolved;
import org.onewindow.cases.CaseEvent.TaskSettled;
import org.onewindow.cases.store.Cases;
import org.onewindow.cases.store.Task;
import org.onewindow.portal.cases.Labels;
import org.springframework.stereotype.Component;

/** Tasks as operators see them: no facts, nobody's names. */
@Component
final class TaskViews {

    private static final Set<String> NO_QUESTION =
            Set.of("overdue", "step-overdue", "effect-after-end", "answer-unclear", "hub-fault");

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

    /** A task that asks nothing about a step is only to be seen to; every other one is an answer to its step. */
    CaseEvent event(TasksController.Resolving body, Task task, String by) {
        var step = task.stepKey();
        if (step == null || NO_QUESTION.contains(task.kind())) {
            return new TaskSettled(clock.instant(), step, task.kind(), by, body.reason());
        }
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
