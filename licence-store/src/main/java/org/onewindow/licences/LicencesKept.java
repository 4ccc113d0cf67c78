package org.onewindow.licences;

import java.time.LocalDate;

/**
 * Licences that came in.
 *
 * @param source {@code issued} by a case of the hub, {@code converted} from before, {@code pushed} or {@code pulled} from a department
 */
public record LicencesKept(LocalDate day, String type, String source, long licences) {}
