package org.onewindow.connectors;

import java.time.Duration;
import java.time.Instant;
import org.onewindow.canonical.DepartmentReply;
import org.onewindow.connectors.line.Tape;

/**
 * One call of a department and what was said in it.
 *
 * @param tape of what left the house and what came back
 */
public record Exchanged(DepartmentReply reply, Instant at, Duration took, Tape tape) {}
