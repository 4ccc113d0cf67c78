package org.onewindow.licences.authority;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An objection, as whoever made it reads it.
 *
 * @param text what they said
 * @param settledAt when the issuer had put it right or said why not; null: it waits
 * @param answer what the issuer says
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OwnObjection(
        String id,
        String licence,
        String type,
        Instant openedAt,
        String text,
        @Nullable Instant settledAt,
        @Nullable String answer) {}
