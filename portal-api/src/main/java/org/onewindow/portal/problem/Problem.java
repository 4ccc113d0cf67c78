package org.onewindow.portal.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * A problem on the wire (RFC 9457); bears no class name, no stack trace and no personal data.
 *
 * @param type the page that explains it
 * @param traceId finds the request in the hub's log
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        String type, String title, int status, String detail, String code, List<Item> errors, String traceId) {

    /** One thing that is wrong, in the caller's language. */
    public record Item(String pointer, String code, String detail) {}
}
