package org.onewindow.portal.cases;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.onewindow.cases.NextActor;

/**
 * Where something stands, the same form everywhere in the API.
 *
 * @param label the code in the caller's language
 * @param nextActor who has the ball
 * @param dueAt until when they have it
 * @param why in plain words; null once it is finished
 */
public record State(
        String code,
        String label,
        boolean finished,
        NextActor nextActor,
        @Nullable Instant dueAt,
        @Nullable String why) {}
