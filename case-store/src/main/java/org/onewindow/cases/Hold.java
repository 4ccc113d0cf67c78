package org.onewindow.cases;

import org.jspecify.annotations.Nullable;

/**
 * What a held step waits for.
 *
 * @param event the department's event that ends the waiting; null: only asking again does
 * @param subject what the event must tell of
 */
public record Hold(String department, String reason, @Nullable String event, @Nullable String subject) {

    boolean endsBy(CaseEvent.Released released) {
        return department.equals(released.department())
                && released.event().equals(event)
                && released.subject().equals(subject);
    }
}
