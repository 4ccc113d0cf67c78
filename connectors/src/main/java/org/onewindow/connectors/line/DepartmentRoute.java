package org.onewindow.connectors.line;

import org.onewindow.config.Department;

/** Where a department's routes begin, and what they are called: each revision has its own, so that two can be there at once. */
public final class DepartmentRoute {

    private static final String SCHEME = "direct:";

    private DepartmentRoute() {}

    /** Such as {@code direct:department.tax.assess-transfer-tax.1f8ac0de4b71}. */
    public static String endpoint(Department department, String operation) {
        return SCHEME + id(department, operation);
    }

    public static String id(Department department, String operation) {
        return "department." + department.id() + "." + operation + "." + department.revision();
    }

    /** A route's id is its end point without the scheme. */
    public static String idOf(String endpoint) {
        return endpoint.substring(SCHEME.length());
    }
}
