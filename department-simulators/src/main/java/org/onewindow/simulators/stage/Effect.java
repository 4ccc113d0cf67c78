package org.onewindow.simulators.stage;

import java.time.Instant;

/**
 * Something that a department really did.
 *
 * @param key the idempotency key or serial under which it was asked for
 * @param reference the department's own number for it
 */
public record Effect(String department, String kind, String key, String caseNumber, String reference, Instant at) {}
