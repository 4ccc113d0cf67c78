package org.onewindow.connectors.mapping;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onewindow.canonical.DepartmentRequest;

/**
 * What a reply mapping is given.
 *
 * @param headers by lower-case name; of a queue the properties by their own names
 * @param content the answer in the language's own form: a Saxon document, or a JSON value
 */
public record Told(int status, Map<String, String> headers, @Nullable Object content, DepartmentRequest request) {}
