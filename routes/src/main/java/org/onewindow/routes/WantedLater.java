package org.onewindow.routes;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.onewindow.canonical.DepartmentReply;
import org.onewindow.canonical.DepartmentReply.SupplementNeeded;
import org.onewindow.cases.CaseEvent;

/** What departments want only when they have the case (补正). */
final class WantedLater {

    private WantedLater() {}

    /** The codes of what is wanted by the reply that this event tells of; empty for every other event. */
    static Stream<String> codes(CaseEvent event) {
        return switch (event) {
            case CaseEvent.Replied replied -> codes(replied.reply());
            case CaseEvent.OutcomeArrived arrived -> codes(arrived.reply());
            default -> Stream.empty();
        };
    }

    /** The step whose department wants it; null: no department does. */
    static @Nullable String step(CaseEvent event) {
        return switch (event) {
            case CaseEvent.Replied replied -> replied.stepKey();
            case CaseEvent.OutcomeArrived arrived -> arrived.stepKey();
            default -> null;
        };
    }

    private static Stream<String> codes(DepartmentReply reply) {
        return reply instanceof SupplementNeeded needed
                ? needed.items().stream().map(SupplementNeeded.Item::code)
                : Stream.empty();
    }
}
