package org.onewindow.connectors;

/** Takes what departments tell unasked; called inside the broker's transaction, at least once for each event. */
@FunctionalInterface
public interface DepartmentEventListener {

    /**
     * Something happened at the department.
     *
     * @param event its kind, such as {@code PLEDGE_RELEASED}
     * @param subject what it is about, such as a title's number
     */
    void happened(String department, String event, String subject);
}
