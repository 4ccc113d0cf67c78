package org.onewindow.cases;

import org.onewindow.canonical.CaseNumber;
import org.onewindow.canonical.DepartmentRequest;
import org.onewindow.config.Department;
import org.onewindow.config.Operation;

/**
 * Which act of which step a correlation stands for.
 *
 * @param about ACT or UNDO
 * @param department in the revision that the case goes by
 * @param operation the act's operation; its reply mapping reads the outcome too
 * @param request what the department was asked, as the case stands now
 */
public record StepReference(
        CaseNumber number,
        String stepKey,
        Purpose about,
        Department department,
        Operation operation,
        DepartmentRequest request) {}
