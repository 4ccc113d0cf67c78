package org.onewindow.connectors;

import java.time.Instant;
import org.onewindow.canonical.EffectKey;

/**
 * What a request mapping may know beside the request.
 *
 * @param now the time of the first try; the same over all retries
 * @param callbackUrl where the department tells the outcome
 */
public record MappingContext(EffectKey key, int attempt, Instant now, String callbackUrl) {}
