package org.onewindow.portal.webhooks;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a client wants to be told.
 *
 * @param events {@code case.*}, or {@code case.} and kinds of timeline lines
 * @param failingSince null: the last delivery arrived, or there was none
 * @param disabledAt null: it is told
 */
record Webhook(
        String id,
        String client,
        String url,
        List<String> events,
        @Nullable String description,
        Instant createdAt,
        @Nullable Instant failingSince,
        @Nullable Instant disabledAt,
        @Nullable String disabledWhy) {}
