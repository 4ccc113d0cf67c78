package org.onewindow.cases;

import java.time.Instant;
import org.onewindow.canonical.CaseNumber;
import org.onewindow.canonical.DepartmentRequest;
import org.onewindow.canonical.EffectKey;
import org.onewindow.config.Department;
import org.onewindow.config.Operation;

/**
 * The call a step needs.
 *
 * @param department in the revision that the case goes by
 * @param operation the department's operation that serves the purpose
 * @param act whether it has an effect: to be leased, with its message stored, before it is sent
 * @param about the act it serves, ACT, SUPPLEMENT or UNDO; with {@code revision} it finds the stored message
 * @param attempt the number of this call
 * @param firstAt the time of the act's first call, which all its messages bear
 */
public record PlannedCall(
        CaseNumber number,
        String stepKey,
        Purpose purpose,
        Department department,
        Operation operation,
        boolean act,
        Purpose about,
        int revision,
        EffectKey key,
        int attempt,
        String correlation,
        DepartmentRequest request,
        Instant firstAt) {}
