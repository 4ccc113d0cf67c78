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

    /** Nothing: paths bear identity numbers. */
    @Override
    public String toString() {
        return "RestRequest";
    }
}
