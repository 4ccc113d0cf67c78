package org.onewindow.portal.webhooks;

import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.onewindow.portal.problem.FieldError;
import org.onewindow.portal.problem.ProblemCode;
import org.onewindow.portal.problem.Refusal;
import org.onewindow.portal.text.Words;
import org.springframework.stereotype.Component;

/** Checks what a client wants to be told, and where. */
@Component
final class Wishes {

    private static final String ALL = "case.*";
    private static final String PREFIX = "case.";
    private static final int EVENTS_MAX = 50;
    private static final int DESCRIPTION_MAX = 200;
    /** Words of the timeline that are no kinds of lines. */
    private static final Set<String> NO_KINDS = Set.of("other", "colon");

    private final Targets targets;
    private final Words words;

    Wishes(Targets targets, Words words) {
        this.targets = targets;
        this.words = words;
    }

    void check(Wish wish) {
        var errors = new ArrayList<FieldError>();
        targets.refusal(wish.url()).ifPresent(code -> errors.add(FieldError.of("/url", code)));
        if (wish.events().isEmpty()) {
            errors.add(FieldError.of("/events", "required"));
        }
        if (wish.events().size() > EVENTS_MAX) {
            errors.add(FieldError.of("/events", "out-of-bounds"));
        }
        for (int i = 0; i < Math.min(EVENTS_MAX, wish.events().size()); i++) {
            if (!isKnown(wish.events().get(i))) {
                errors.add(FieldError.of("/events/" + i, "not-allowed"));
            }
        }
        if (wish.description() != null && wish.description().length() > DESCRIPTION_MAX) {
            errors.add(FieldError.of("/description", "out-of-bounds"));
        }
        if (!errors.isEmpty()) {
            throw new Refusal(ProblemCode.REQUEST_INVALID, errors);
        }
    }

    /** Every kind of line has its words. */
    private boolean isKnown(String event) {
        if (event.equals(ALL)) {
            return true;
        }
        var kind = event.startsWith(PREFIX) ? event.substring(PREFIX.length()) : "";
        return !kind.isEmpty()
                && !NO_KINDS.contains(kind)
                && words.find("trace." + kind, Locale.ROOT, Map.of()).isPresent();
    }
}
