package org.onewindow.connectors.line;

/** Where a department's routes begin, and what they are called. */
public final class DepartmentRoute {

    private static final String SCHEME = "direct:";

    private DepartmentRoute() {}

    public static String endpoint(String department, String operation) {
        return SCHEME + "department." + department + "." + operation;
    }

    /** A route's id is its end point without the scheme. */
    public static String idOf(String endpoint) {
        return endpoint.substring(SCHEME.length());
    }
}
