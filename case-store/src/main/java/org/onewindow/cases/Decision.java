package org.onewindow.cases;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@link CaseMachine} made of an event.
 *
 * @param alarm when the case must be looked at again without any other event; never null while it is open
 * @param accepted whether the event counted; a refused one changes nothing
 * @param refusal why not, such as {@code not-leased} or {@code too-late}
 */
public record Decision(
        CaseSnapshot next,
        List<TraceEntry> trace,
        List<Command> commands,
        @Nullable Instant alarm,
        boolean accepted,
        @Nullable String refusal) {

    public Decision {
        trace = List.copyOf(trace);
        commands = List.copyOf(commands);
    }
}
