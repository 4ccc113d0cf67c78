package org.onewindow.cases;

import java.time.Instant;

/** A node's right to call one act; when it lapses without an answer, the act is in doubt. */
public record Lease(String node, Instant until) {}
