package org.onewindow.config;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onewindow.canonical.Localised;

/**
 * A question to several departments at once, without a case ({@code config/inquiries/<id>.yaml}).
 *
 * @param within the time budget of the whole answer
 * @param formSchema JSON Schema of the question's own fields
 * @param asks by name, in the file's order; all are read-only and run at once
 */
public record Inquiry(String id, Localised name, Duration within, String formSchema, Map<String, Ask> asks) {

    /** One look-up; {@code when} skips it. */
    public record Ask(String department, String operation, @Nullable Expression when) {}
}
