package org.onewindow.licences.authority;

import java.time.Instant;

/**
 * An objection, as the issuer reads it.
 *
 * @param text what the holder says
 */
public record Objection(String id, String licence, String type, Instant openedAt, String text) {}
