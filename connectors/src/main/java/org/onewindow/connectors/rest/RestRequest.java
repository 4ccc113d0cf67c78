package org.onewindow.connectors.rest;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP request, ready to go.
 *
 * @param path relative to the base address, percent-encoded
 * @param query percent-encoded; null: none
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record RestRequest(String path, @Nullable String query, Map<String, String> headers, byte @Nullable [] body) {

    /** The same with one more parameter in its query, percent-encoded. */
    RestRequest asking(String parameter) {
        return new RestRequest(path, query == null ? parameter : query + "&" + parameter, headers, body);
    }

    /** Nothing: paths bear identity numbers. */
    @Override
    public String toString() {
        return "RestRequest";
    }
}
