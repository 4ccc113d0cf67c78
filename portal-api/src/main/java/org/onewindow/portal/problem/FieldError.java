package org.onewindow.portal.problem;

import org.jspecify.annotations.Nullable;
import org.onewindow.canonical.Localised;

/**
 * One thing that is wrong with a request.
 *
 * @param pointer JSON Pointer (RFC 6901) into the request
 * @param code stable, for programs
 * @param detail for people; null: the portal's own words for the code
 */
public record FieldError(String pointer, String code, @Nullable Localised detail) {

    public static FieldError of(String pointer, String code) {
        return new FieldError(pointer, code, null);
    }
}
