package org.onewindow.routes;

import org.onewindow.canonical.Localised;

/**
 * One thing that is wrong with a submission.
 *
 * @param pointer JSON Pointer (RFC 6901) into the request
 * @param code what is wrong, such as {@code id-number-invalid}; stable, for programs
 * @param detail the same for people; never repeats the value
 */
public record Violation(String pointer, String code, Localised detail) {}
