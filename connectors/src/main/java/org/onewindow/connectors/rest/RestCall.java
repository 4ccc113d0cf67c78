package org.onewindow.connectors.rest;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One call of a REST contract.
 *
 * @param path as the contract writes it, with holes such as {@code {receiptNumber}}
 * @param parameters where each parameter goes, by the contract's names
 * @param declared the statuses that the contract describes for this call
 */
record RestCall(String method, String path, Map<String, Place> parameters, Set<Integer> declared) {

    private static final Pattern HOLE = Pattern.compile("\\{([^{}/]+)}");
    private static final Pattern METHOD_AND_PATH = Pattern.compile("(GET|POST|PUT|PATCH|DELETE) (/\\S*)");

    /** Where a parameter goes. */
    enum Place {
        PATH,
        QUERY,
        HEADER
    }

    boolean hasBody() {
        return !method.equals("GET") && !method.equals("DELETE");
    }

    /** The call of a contract in prose, such as {@code GET /bills/{billId}}: all holes of the path are parameters. */
    static RestCall of(String methodAndPath) {
        var parts = METHOD_AND_PATH.matcher(methodAndPath);
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    "a call without an OpenAPI contract is method and path such as POST /bills, not " + methodAndPath);
        }
        var parameters = new LinkedHashMap<String, Place>();
        HOLE.matcher(parts.group(2)).results().forEach(hole -> parameters.put(hole.group(1), Place.PATH));
        return new RestCall(parts.group(1), parts.group(2), parameters, Set.of());
    }
}
