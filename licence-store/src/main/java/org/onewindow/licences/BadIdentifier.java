package org.onewindow.licences;

import java.time.Instant;

/** A licence whose issuer's identifier has a wrong check character. */
public record BadIdentifier(String id, String type, String issuer, String source, Instant recordedAt) {}
