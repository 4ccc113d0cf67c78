package org.onewindow.licences;

import java.time.LocalDate;

/**
 * Uses.
 *
 * @param by the department, or the client where it is none
 * @param matter what for; {@code own-view} and {@code presenting} by holders themselves
 */
public record LicencesUsed(LocalDate day, String by, String matter, String type, long uses) {}
